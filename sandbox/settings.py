"""Django settings; every value of an environment comes from a variable and has a default."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import dj_database_url

HERE = Path(__file__).parent

PORTAL_URL = os.environ.get("PORTAL_URL", "http://localhost:8000")
ONE_STOP_URL = os.environ.get("ONE_STOP_URL", "http://localhost:8001")
GATEWAY_URL = os.environ.get("GATEWAY_URL", "").rstrip("/")
GATEWAY_TMN_CODE = os.environ.get("GATEWAY_TMN_CODE", "KIEMTHU1")
GATEWAY_SECRET = os.environ.get("GATEWAY_SECRET", "")
IDENTITY_URL = os.environ.get("IDENTITY_URL", "").rstrip("/")
OIDC_CLIENT_ID = os.environ.get("OIDC_CLIENT_ID", "")
OIDC_CLIENT_SECRET = os.environ.get("OIDC_CLIENT_SECRET", "")
NATIONAL_URL = os.environ.get("NATIONAL_URL", "").rstrip("/")
NATIONAL_USERNAME = os.environ.get("NATIONAL_USERNAME", "")
NATIONAL_PASSWORD = os.environ.get("NATIONAL_PASSWORD", "")
SMTP_HOST = os.environ.get("SMTP_HOST", "")
SMTP_PORT = int(os.environ.get("SMTP_PORT", "25"))
OFFICER_PASSWORD = os.environ.get("OFFICER_PASSWORD", "")
BUILD = os.environ.get("SANDBOX_BUILD", "kiemthu-sandbox-1")

SECRET_KEY = os.environ.get("SANDBOX_SECRET_KEY") or secrets.token_urlsafe(48)
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
LANGUAGE_CODE = "vi"
USE_I18N = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = ["django.contrib.sessions", "django.contrib.staticfiles",
                  "sandbox.core", "sandbox.portal", "sandbox.onestop"]
ROOT_URLCONF = "sandbox.portal.urls"
SITES = {  # make of the portal → addresses of its two sites
    "classic": {"portal": "sandbox.portal.urls", "one_stop": "sandbox.onestop.urls"},
    "spa": {"portal": "sandbox.spa.urls", "one_stop": "sandbox.spa.officer_urls"},
}
ORIGIN_URLCONFS = SITES[os.environ.get("SANDBOX_PORTAL", "classic")]
MIDDLEWARE = [
    "sandbox.core.middleware.Latency",
    "sandbox.core.middleware.Clock",
    "sandbox.core.middleware.Origin",
    "sandbox.core.middleware.Control",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sandbox.core.middleware.Sessions",
    "django.middleware.common.CommonMiddleware",
    "sandbox.core.middleware.Forgery",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sandbox.core.middleware.Headers",
]
TEMPLATES = [{
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "DIRS": [HERE / "portal" / "templates", HERE / "onestop" / "templates"],
    "OPTIONS": {
        "context_processors": ["django.template.context_processors.request"],
        "loaders": [("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader",
                                                               "django.template.loaders.app_directories.Loader"])],
    },
}]
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

DATABASE = os.environ.get("DATABASE_URL", "")
DATABASES = {"default": dj_database_url.parse(DATABASE or "sqlite:///:memory:")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,  # seconds a writer waits for another
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;",
    }
    DATABASES["default"]["CONN_MAX_AGE"] = None  # a thread keeps its connection

PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
SESSION_COOKIE_NAME = "phien"
SESSION_COOKIE_NAMES = {"portal": "phien_cong", "one_stop": "phien_motcua"}  # both sites share a host name
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = True  # browsers take http://localhost for secure
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
CSRF_USE_SESSIONS = True  # no second cookie, no mixing of the two sites
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
LATENCY = int(os.environ.get("SANDBOX_LATENCY", "0")) / 1000  # seconds added to every request
LOGGING = {
    "version": 1, "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},  # refusals are answers, not trouble
}
