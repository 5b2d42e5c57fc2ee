"""Settings of the whole project. Every value that differs between machines comes from the environment (docs/setup.md)."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from config import env
from config.schedule import SCHEDULE

BASE_DIR = Path(__file__).resolve().parent.parent

# --- The machine ---
DEBUG = env.flag("DEBUG", default=True)
LOCAL = {"SECRET_KEY": "0" * 50, "HASH_KEY": "0" * 50, "FIELD_KEYS": "MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA="}
if DEBUG:
    SECRET_KEY = env.text("SECRET_KEY", LOCAL["SECRET_KEY"])
    HASH_KEY = env.text("HASH_KEY", LOCAL["HASH_KEY"])
    FIELD_KEYS = env.words("FIELD_KEYS", [LOCAL["FIELD_KEYS"]])
    DATABASE_URL = env.url("DATABASE_URL", ["postgresql", "postgres"], "postgresql:///tao_nguon")
    REDIS_URL = env.url("REDIS_URL", ["redis", "rediss"], "redis://127.0.0.1:6379/0")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"] if DEBUG else [])

# --- The applications: the import line, lowest first ---
INSTALLED_APPS = [
    "accounts",
    "audit",
    "jobs",
    "exchange",
    "organizations",
    "people",
    "outreach",
    "training",
    "candidates",
    "reports",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "django_tables2",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Everything needs sign-in; a view that does not says so with @login_not_required.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    # One transaction a request, in which the database shows the acting office's rows alone.
    "organizations.middleware.OfficeMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Database ---
DATABASES = {"default": env.database(DATABASE_URL)}

# --- People ---
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "reports:home"

# --- Pages ---
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "organizations.context.office",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
DJANGO_TABLES2_TEMPLATE = "django_tables2/bootstrap5-responsive.html"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]

# --- Jobs behind ---
CELERY_BROKER_URL = REDIS_URL
CELERY_BEAT_SCHEDULE = SCHEDULE
