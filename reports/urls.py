from django.urls import path

from reports import views

app_name = "reports"
urlpatterns = [
    path("", views.home, name="home"),
    path("tong-quan/", views.dashboard, name="dashboard"),
    path("chi-tieu/", views.targets, name="targets"),
    path("so-lieu/", views.people, name="people"),
    path("so-lieu/dinh-nghia/", views.definitions, name="definitions"),
    path("bao-cao/", views.report_list, name="list"),
    path("bao-cao/lap/", views.report_generate, name="generate"),
    path("bao-cao/<int:pk>/", views.report_detail, name="detail"),
    path("bao-cao/<int:pk>/gui/", views.report_submit, name="submit"),
    path("bao-cao/<int:pk>/lap-lai/", views.report_refresh, name="refresh"),
    path("bao-cao/<int:pk>/thay-the/", views.report_correct, name="correct"),
    path("bao-cao/<int:pk>/xlsx/", views.report_workbook, name="workbook"),
]
