from django.urls import path

from training.views import certificates, courses, learners

app_name = "training"
urlpatterns = [
    path("", courses.course_list, name="list"),
    path("danh-sach.xlsx", courses.export_courses, name="export"),
    path("mo-lop/", courses.plan, name="plan"),
    path("chuong-trinh/", courses.curricula, name="curricula"),
    path("giay-chung-nhan/", certificates.certificate_list, name="certificates"),
    path("giay-chung-nhan/ghi-nhan/", certificates.register, name="register"),
    path("giay-chung-nhan/<int:pk>/thu-hoi/", certificates.revoke, name="revoke"),
    path("<int:pk>/", courses.course_detail, name="detail"),
    path("<int:pk>/sua/", courses.change, name="change"),
    path("<int:pk>/lich-hoc/", courses.schedule, name="schedule"),
    path("<int:pk>/huy/", courses.cancel, name="cancel"),
    path("<int:pk>/be-giang/", courses.close, name="close"),
    path("<int:pk>/danh-sach.xlsx", courses.export_roster, name="roster"),
    path("<int:pk>/giay-chung-nhan.pdf", certificates.print_certificates, name="print"),
    path("<int:pk>/ghi-danh/", learners.enrol, name="enrol"),
    path("<int:pk>/thoi-hoc/<int:enrollment>/", learners.leave, name="leave"),
    path("<int:pk>/diem-danh/", learners.attendance, name="attendance"),
    path("<int:pk>/diem-danh/<int:number>/", learners.attendance_of, name="attendance_of"),
    path("<int:pk>/ket-qua/", learners.results, name="results"),
]
