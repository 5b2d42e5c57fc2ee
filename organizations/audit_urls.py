"""Addresses under nhat-ky/. They stand here because the record itself knows no offices."""

from django.urls import path

from organizations.views import audit

app_name = "audit"
urlpatterns = [path("", audit.listing, name="list")]
