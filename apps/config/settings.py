"""Settings of Remit.

A checkout needs none of the variables below: it serves this machine only, keeps data in SQLite and the job queue
in files under var/. It serves others as soon as ALLOWED_HOSTS names them; from then on it insists on HTTPS, on a
SECRET_KEY of its own and on collected static files. Secrets may also come from a file named by NAME_FILE.
"""

import sys
from pathlib import Path
from typing import Any

import django
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from apps.config import env

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = env.folder("REMIT_VAR_DIR", BASE_DIR / "var")
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")

# --- Whom this process serves -------------------------------------------------------------------------------------
DEBUG = env.flag("DEBUG", default=False)
_hosts = env.words("ALLOWED_HOSTS")
# Loopback stays allowed so that a health check inside a container is answered.
ALLOWED_HOSTS = [*_hosts, *(host for host in LOOPBACK if host not in _hosts)]
PUBLIC = any(host not in LOOPBACK for host in _hosts)
HTTPS = env.flag("HTTPS", default=PUBLIC)
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
SECRET_KEY = env.text("SECRET_KEY")
if not SECRET_KEY and PUBLIC:
    raise ImproperlyConfigured(
        "SECRET_KEY is missing, and ALLOWED_HOSTS names hosts other than this machine. "
        "Set SECRET_KEY or SECRET_KEY_FILE to at least 50 random characters."
    )
SECRET_KEY = SECRET_KEY or env.own_secret_key(VAR_DIR / "secret_key")

# --- Applications -------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "rest_framework",
    "drf_spectacular",
    # Template partials are part of Django from 6.0 on.
    *(["template_partials"] if django.VERSION < (6, 0) else []),
    "apps.config.apps.ConfigConfig",
    "apps.profiles.apps.ProfilesConfig",
    "apps.assessments.apps.AssessmentsConfig",
    "apps.reports.apps.ReportsConfig",
    "apps.compare.apps.CompareConfig",
    "apps.library.apps.LibraryConfig",
    "apps.api.apps.ApiConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pads at random, so lengths tell nothing of the masked CSRF token
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "apps.config.urls"
WSGI_APPLICATION = "apps.config.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# --- Data ---------------------------------------------------------------------------------------------------------
DATABASES = {
    "default": env.database(
        "DATABASE_URL",
        f"sqlite:///{VAR_DIR / 'remit.sqlite3'}",
        pool=env.whole_number("DATABASE_POOL", 8, maximum=100),
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
_cache_url = env.text("CACHE_URL")
if _cache_url and not _cache_url.startswith(("redis://", "rediss://", "unix://")):
    raise env.refuse("CACHE_URL", _cache_url.partition(":")[0] + ":…", "redis://host:6379/1 (Valkey or Redis)")
CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": _cache_url}
    if _cache_url
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 2000}}
}
# Whole pages of results are large: without a cache server each process keeps few of them.
CACHES["pages"] = (
    {**CACHES["default"], "KEY_PREFIX": "pages"}
    if _cache_url
    else {**CACHES["default"], "LOCATION": "pages", "OPTIONS": {"MAX_ENTRIES": 200}}
)
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- Files --------------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT") or BASE_DIR / "staticfiles")
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = VAR_DIR / "media"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PUBLIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
# On one's own machine files are served as they lie in the source, with no collecting beforehand.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not PUBLIC

# --- Security -----------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = HTTPS
# The health check comes from inside the container, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
_hsts_seconds = env.whole_number("HSTS_SECONDS", 31_536_000, maximum=63_072_000)
SECURE_HSTS_SECONDS = _hsts_seconds if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
if env.flag("BEHIND_PROXY", default=False):
    # Only behind a proxy that sets this header itself: otherwise any client could claim to speak TLS.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "apps.config.views.csrf_failure"

# --- Language and time --------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

# --- Jobs ---------------------------------------------------------------------------------------------------------
CELERY_BROKER_URL = env.text("CELERY_BROKER_URL", "filesystem://localhost//")
if not CELERY_BROKER_URL.startswith(("filesystem://", "redis://", "rediss://")):
    raise env.refuse("CELERY_BROKER_URL", CELERY_BROKER_URL.partition(":")[0] + ":…", "filesystem:// or redis://host/0")
if CELERY_BROKER_URL.startswith("filesystem"):
    CELERY_BROKER_TRANSPORT = "apps.config.file_queue:Transport"
BROKER_DIR = VAR_DIR / "broker"
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = (
    {
        "data_folder_in": str(BROKER_DIR / "queue"),
        "data_folder_out": str(BROKER_DIR / "queue"),
        "control_folder": str(BROKER_DIR / "control"),
        # The default of one second is what a person would wait for each job.
        "polling_interval": 0.02,
    }
    if CELERY_BROKER_URL.startswith("filesystem")
    else {"visibility_timeout": 900}
)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True  # a job keeps its state in a row of its own
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_ROUTES = {"apps.reports.tasks.*": {"queue": "reports"}}
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# --- API ----------------------------------------------------------------------------------------------------------
REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
    # A report keeps a worker busy for seconds, so asking for one has a rate of its own.
    "DEFAULT_THROTTLE_RATES": {
        "anon": env.rate("API_ANON_RATE", "120/min"),
        "reports": env.rate("API_REPORT_RATE", "30/hour"),
    },
    # Number of proxies in front, so that each client has a rate of its own and none can invent an address.
    "NUM_PROXIES": env.whole_number("PROXY_COUNT", 0, maximum=10),
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Remit API",
    "DESCRIPTION": "Which AI rules reach a model, why, from when, and what would change the answer.",
    "VERSION": "1.0.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

# --- Logging ------------------------------------------------------------------------------------------------------
LOG_LEVEL = env.text("LOG_LEVEL", "INFO").upper()
if LOG_LEVEL not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
    raise env.refuse("LOG_LEVEL", LOG_LEVEL, "DEBUG, INFO, WARNING or ERROR")
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "stream": sys.stderr, "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    # WeasyPrint and its font library report every odd glyph at these levels.
    "loggers": {"fontTools": {"level": "ERROR"}, "weasyprint": {"level": "ERROR"}},
}
