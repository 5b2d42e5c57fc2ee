"""Settings of the whole project. Whatever differs between machines comes from the environment (docs/setup.md)."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from config import env
from config.schedule import SCHEDULE, SCHEDULE_LABELS

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = env.folder("VAR_DIR", BASE_DIR / "var")

# --- The machine ---
DEBUG = env.flag("DEBUG", default=True)
SECRET_KEY = env.secret("SECRET_KEY")
# Identity and phone numbers: Fernet keys, newest first (older ones still decrypt), and the key of their blind indexes.
FIELD_KEYS = env.keys("FIELD_KEYS")
HASH_KEY = env.secret("HASH_KEY")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"] if DEBUG else [])
if not DEBUG and not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the site's hosts when DEBUG is off.")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")

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
    "whitenoise.runserver_nostatic",
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
    "accounts.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Everything needs sign-in; a view that does not says so with @login_not_required.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    # One transaction a request, in which the database shows the acting office's rows alone.
    "organizations.middleware.OfficeMiddleware",
    # A one-time password is changed first; without an office there is nothing to open.
    "organizations.gate.GateMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Database: everything but schema commands runs as a role that owns no table (accounts/roles.py) ---
DATABASE_ROLE = "tao_nguon_app"
DATABASE_URL = env.url("DATABASE_URL", ["postgresql", "postgres"])
DATABASE_OWNER_URL = env.url("DATABASE_OWNER_URL", ["postgresql", "postgres"], DATABASE_URL)
DATABASE_LOGIN = env.database(DATABASE_URL, settings={})["USER"]
# manage.py sets it for migrate and the like; never set it for web or worker.
DATABASE_AS_OWNER = env.flag("DATABASE_AS_OWNER", default=False)
DATABASES = {
    "default": {
        **env.database(
            DATABASE_OWNER_URL if DATABASE_AS_OWNER else DATABASE_URL,
            settings={"jit": "off"} if DATABASE_AS_OWNER else {"jit": "off", "role": DATABASE_ROLE},
        ),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
}

# --- Sign-in and cookies ---
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.AccountBackend"]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "reports:home"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    ]
]
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
# Off only where the site is reached by plain HTTP inside a closed network.
HTTPS = env.flag("HTTPS", default=not DEBUG)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
if env.flag("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

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
DJANGO_TABLES2_TEMPLATE = "_table.html"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = env.folder("STATIC_ROOT", BASE_DIR / "staticfiles")
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "config.static_vendor.VendorFinder",
]
# Hashed names need `collectstatic`; while trying and testing the files are served as they lie.
HASHED_STATIC = env.flag("HASHED_STATIC", default=not DEBUG)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "config.static_vendor.StaticStorage"
        if HASHED_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not HASHED_STATIC

# --- Jobs behind ---
REDIS_URL = env.url("REDIS_URL", ["redis", "rediss"])
CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A task that its worker did not finish is given out again after this many seconds; no task may run longer.
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": env.number("CELERY_VISIBILITY_TIMEOUT", 3600, minimum=1)}
# A running job says every quarter of this many seconds that it lives; silent for longer, it goes to another worker.
JOBS_LOST_AFTER = env.number("JOBS_LOST_AFTER", 60, minimum=1)
CELERY_TASK_TIME_LIMIT = 50 * 60
CELERY_TASK_SOFT_TIME_LIMIT = 45 * 60
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 500
# Results are rows of the jobs app.
CELERY_TASK_IGNORE_RESULT = True
CELERY_RESULT_BACKEND = None
CELERY_TASK_SERIALIZER = CELERY_RESULT_SERIALIZER = CELERY_EVENT_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = SCHEDULE
JOBS_SCHEDULE_LABELS = SCHEDULE_LABELS
# Beat keeps no file: every entry catches up by itself, and a file half written at a power cut would stop beat for good.
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# --- Statute ---
# The editions of 2026 are known at second hand only; off, the last edition compared with its text goes on applying.
STATUTE_DRAFTS = env.flag("STATUTE_DRAFTS", default=True)

# --- Periodic reports ---
# The day of the month on which a reporting month closes (31: its last day), and the first month to report, YYYY-MM
# (empty: that of the first act, at most a year back).
REPORT_CLOSING_DAY = env.number("REPORT_CLOSING_DAY", 31, minimum=1)
REPORT_FIRST_MONTH = env.month("REPORT_FIRST_MONTH")
# Reports written in one transaction: between two, progress is shown and a stop is obeyed.
REPORT_CHUNK = env.number("REPORT_CHUNK", 500, minimum=1)

# --- Mail ---
EMAIL_URL = env.url("EMAIL_URL", ["console", "smtp", "smtp+tls", "smtps"], "console://")
vars().update(env.email(EMAIL_URL))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("EMAIL_FROM", "tao-nguon@localhost")

# --- Logs: to standard error, without request bodies, statements or names of people ---
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # Statements carry personal data in their parameters.
        "django.db.backends": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "celery": {"handlers": ["stderr"], "level": "WARNING" if DEBUG else "INFO", "propagate": False},
    },
}
