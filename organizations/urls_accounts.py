"""Signing in and the administration of accounts, under the names `accounts:…`."""

from django.urls import path

from organizations.views import accounts, sign_in

app_name = "accounts"
urlpatterns = [
    path("dang-nhap/", sign_in.SignIn.as_view(), name="sign_in"),
    path("dang-xuat/", sign_in.sign_out, name="sign_out"),
    path("mat-khau/", sign_in.change_password, name="change_password"),
    path("vai-tro/", sign_in.choose_office, name="office"),
    path("giao-dien/", sign_in.choose_theme, name="theme"),
    path("ngon-ngu/", sign_in.choose_language, name="language"),
    path("xu-ly-du-lieu/", sign_in.data_notice, name="data_notice"),
    path("nguoi-dung/", accounts.users, name="users"),
    path("nguoi-dung/them/", accounts.create, name="create"),
    path("nguoi-dung/<int:pk>/", accounts.user, name="user"),
    path("nguoi-dung/<int:pk>/phan-cong/", accounts.assign, name="assign"),
    path("nguoi-dung/<int:pk>/mat-khau/", accounts.reset_password, name="reset_password"),
    path("nguoi-dung/<int:pk>/khoa/", accounts.deactivate, name="deactivate"),
    path("nguoi-dung/<int:pk>/mo/", accounts.reactivate, name="reactivate"),
    path("phan-cong/<int:pk>/ket-thuc/", accounts.end_assignment, name="end_assignment"),
]
