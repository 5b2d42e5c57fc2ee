"""Every address of the site. Each app brings its own urls module; order matters only where prefixes overlap."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("tai-khoan/", include("organizations.urls_accounts")),
    path("to-chuc/", include("organizations.urls")),
    path("lop-hoc/", include("training.urls")),
    path("ho-so/", include("candidates.urls")),
    path("nguoi/", include("people.urls")),
    path("cong-viec/", include("jobs.urls")),
    path("nhat-ky/", include("organizations.audit_urls")),
    path("", include("reports.urls")),
]
