"""Addresses under nguoi/."""

from django.urls import path

from people.views import members, persons

app_name = "people"
urlpatterns = [
    path("<int:pk>/", persons.edit, name="edit"),
    path("<int:pk>/viec-lam/", persons.employ, name="employ"),
    path("<int:pk>/doan-the/", persons.join, name="join"),
    path("<int:pk>/ket-thuc/<slug:kind>/<int:row>/", persons.end, name="end"),
    path("chi-bo/<int:pk>/dang-vien/", members.listing, name="members"),
    path("chi-bo/<int:pk>/dang-vien/them/", members.add, name="add_member"),
    path("dang-vien/<int:pk>/", members.change, name="change_member"),
    path("dang-vien/<int:pk>/roi/", members.end, name="end_member"),
]
