"""The one settings file. What differs between installations is read from the environment, here."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.urls import get_script_prefix
from django.utils.translation import gettext_lazy as _

from config.databases import databases

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()

# The environment ---------------------------------------------------------------------------------

PRODUCTION = env.str("ENVIRONMENT", "demo") == "production"
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
DATABASE_URL = env.str("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
# Copies for reading, and how many seconds one may be behind.
DATABASE_REPLICA_URLS = env.list("DATABASE_REPLICA_URLS", default=[])
DATABASE_REPLICA_LAG = env.float("DATABASE_REPLICA_LAG", 10.0)
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)

# The register: another country's needs no change of code -----------------------------------------

SITE_NAME = env.str("SITE_NAME", "On Record")
SITE_TAGLINE = env.str("SITE_TAGLINE", "What governments say, word for word")
HOME_COUNTRY = env.str("HOME_COUNTRY", "KH")  # ISO code, as in the country filter
TIME_ZONE = env.str("TIME_ZONE", "Asia/Phnom_Penh")
LANGUAGE_CODE = env.str("LANGUAGE_CODE", "en")
LOCAL_LANGUAGE = env.str("LOCAL_LANGUAGE", "km")  # of the names in the local language
LANGUAGES = [("en", _("English")), ("km", _("Khmer"))]
REVIEW_OWN_STATEMENTS = env.bool("REVIEW_OWN_STATEMENTS", not PRODUCTION)
PAGE_SIZE = 20  # statements on a page of a timeline
# Of the data that editors made: what is quoted stays its authors' own.
DATA_LICENCE = {
    "name": env.str("DATA_LICENCE", "CC-BY-4.0"),  # as SPDX names it
    "title": env.str("DATA_LICENCE_TITLE", "Creative Commons Attribution 4.0 International"),
    "path": env.str("DATA_LICENCE_URL", "https://creativecommons.org/licenses/by/4.0/"),
}


def _secret_key() -> str:
    """The key of the environment; outside production one that is made once and kept in var/."""
    if key := env.str("SECRET_KEY", ""):
        return key
    if PRODUCTION:
        raise ImproperlyConfigured("Set SECRET_KEY: production does not start without one.")
    kept = VAR_DIR / "secret_key"
    VAR_DIR.mkdir(exist_ok=True)
    with suppress(FileExistsError):
        descriptor = os.open(kept, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(64))
    return kept.read_text()


SECRET_KEY = _secret_key()

if PRODUCTION and "ALLOWED_HOSTS" not in env.ENVIRON:
    raise ImproperlyConfigured("Set ALLOWED_HOSTS: the names of this site, comma-separated.")

# Applications ------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "statements.apps.StatementsConfig",
    "sources.apps.SourcesConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django_filters",
    "django_htmx",
    "simple_history",
    "axes",
    "drf_spectacular",
]

MIDDLEWARE = [
    "config.middleware.answer_head_without_body",
    "config.middleware.open_data_to_all",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.failover.ReadFromHealthy",
    # Before all that a page needs and a 304 does not.
    "config.caching.Revalidate",
    "config.compressing.Compress",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    # Behind all that dresses its own answers, before all that reads the input.
    "config.middleware.RefuseUnreadableInput",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.site",
            ],
        },
    },
]

# Public pages of records that live in `sources`, which knows no public views.
ABSOLUTE_URL_OVERRIDES = {
    "sources.source": lambda source: f"{get_script_prefix()}sources/{source.pk}/{source.slug}/",
    "sources.outlet": lambda outlet: f"{get_script_prefix()}outlets/{outlet.slug}/",
}

# Database ----------------------------------------------------------------------------------------

DATABASES = databases(DATABASE_URL, DATABASE_REPLICA_URLS)
DATABASE_ROUTERS = ["config.routing.ReadWhereChosen"] if DATABASE_REPLICA_URLS else []
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People ------------------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1  # hour
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "config.lockout.attempted_name"
AXES_CLIENT_IP_CALLABLE = "config.lockout.client_address"
AXES_LOCKOUT_TEMPLATE = "lockout.html"
AXES_VERBOSE = False

# Texts and files ---------------------------------------------------------------------------------

USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # nothing leads to the others
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Safety ------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # data: for the arrows in Django's own admin style sheets
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000  # a million pasted Khmer characters are 3 MB
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000  # a statement form with many inlines
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"

if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# The API: for everybody, to read, in JSON ---------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "statements.api.operations.Operation",
    "EXCEPTION_HANDLER": "statements.api.answers.told",
    "UNAUTHENTICATED_USER": None,
    "URL_FORMAT_OVERRIDE": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": SITE_NAME,
    "DESCRIPTION": SITE_TAGLINE,
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "SERVERS": [{"url": "/", "description": "This site"}],
    "POSTPROCESSING_HOOKS": [],
    "SORT_OPERATIONS": False,
    "ENABLE_DJANGO_DEPLOY_CHECK": False,
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "WARNING")},
}

SILENCED_SYSTEM_CHECKS: list[str] = []
