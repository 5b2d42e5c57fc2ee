"""Addresses under nguoi/."""

from django.urls import path

from people.views import persons

app_name = "people"
urlpatterns = [
    path("<int:pk>/", persons.edit, name="edit"),
    path("<int:pk>/viec-lam/", persons.employ, name="employ"),
    path("<int:pk>/doan-the/", persons.join, name="join"),
    path("<int:pk>/ket-thuc/<slug:kind>/<int:row>/", persons.end, name="end"),
]
