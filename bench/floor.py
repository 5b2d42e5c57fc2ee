"""The settings and the only page of the floor: Django's own middleware, one page that reads session and user (H)."""

from django.http import HttpResponse
from django.urls import path

from config.settings import *  # noqa: F403 - the same database, cookies and keys

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "bench.floor"


def hello(request):
    return HttpResponse(f"{request.user.get_username()}")


urlpatterns = [path("", hello)]
