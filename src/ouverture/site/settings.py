"""Settings of the site: its own small database for accounts and sessions, no outside address, no name of its own."""

import os
from datetime import date, timedelta

from ouverture.adapters.accounts.database import database_of
from ouverture.adapters.home import kept_secret
from ouverture.site import trust
from ouverture.site.front.log import LOGGING as LOGGING

trust.check(os.environ)
DEBUG = False
SECRET_KEY = os.environ.get("OUVERTURE_SECRET_KEY") or kept_secret(os.environ, "site.key")
ALLOWED_HOSTS = trust.hosts_of(os.environ)
BEHIND_PROXY = bool(os.environ.get(trust.PROXY))
"""Whether another server stands in front, and speaks HTTPS to the world."""
OUVERTURE_TODAY = date.fromisoformat(os.environ["OUVERTURE_TODAY"]) if "OUVERTURE_TODAY" in os.environ else None

SLICES = [
    f"ouverture.site.{name}"
    for name in (
        "page",
        "law",
        "visitor",
        "small_desks",
        "doors",
        "desk",
        "caisse",
        "counter",
        "person",
        "demo",
        "front",
    )
]
"""Each with its own templates, sentences and static files, in a folder of its name."""

ROOT_URLCONF = "ouverture.site.front.urls"
WSGI_APPLICATION = "ouverture.site.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "axes",
    "csp",
    "ouverture.adapters.accounts",
    *SLICES,
]
DATABASES = {"default": database_of(os.environ)}
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["ouverture.adapters.accounts.hashing.Argon2InTurn"]
AXES_FAILURE_LIMIT = 5
AXES_USERNAME_FORM_FIELD = "login"
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # one bad guesser must not lock an agent out everywhere
AXES_SENSITIVE_PARAMETERS = ["login", "username", "password"]
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "ouverture.site.doors.brakes.keep_the_page"
OTP_TOTP_ISSUER = "Ouverture"
USE_I18N = False  # the two languages of the product are its own: see sentences.toml
USE_TZ = True
TIME_ZONE = "Europe/Paris"  # the time of the caisses
DATETIME_FORMAT = "Y-m-d"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "ouverture.site.front.middleware.Smaller",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ouverture.site.front.log.write_down",
    "ouverture.site.doors.brakes.refuse_odd_ways",
    "csp.middleware.CSPMiddleware",
    "ouverture.site.front.middleware.keep_no_copy",
    "ouverture.site.front.middleware.forbid_devices",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "ouverture.site.doors.entry.ask_the_door",
    "ouverture.site.doors.brakes.Brakes",
    "ouverture.site.doors.again.AskAgain",
    "ouverture.site.front.middleware.answer_every_way",
    "axes.middleware.AxesMiddleware",
    "ouverture.site.front.middleware.ToldInWords",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["ouverture.site.page.context.page_context"],
            "builtins": [
                "ouverture.site.page.words",
                "ouverture.site.page.page_words",
                "ouverture.site.law.law_words",
                "ouverture.site.demo.demo_words",
                "ouverture.site.visitor.field_words",
                "ouverture.site.visitor.reason_words",
            ],
        },
    }
]

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

SESSION_ENGINE = "django.contrib.sessions.backends.db"  # on the server: a session can be ended there
SESSION_COOKIE_NAME = trust.cookie_name("ouverture")
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # Strict would drop the answers of a reader who follows a link to the site
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "ouverture.site.front.refusals.stale_form"

if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # the listener drops it from any other address
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [
        r"^(health|ready|metrics)$",  # asked from the machine itself, without the proxy
        r"^api/",  # refused instead: see site/doors/brakes.py
    ]
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = trust.binds_subdomains(os.environ)
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = trust.origins_of(os.environ)

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 100
FILE_UPLOAD_HANDLERS = ["ouverture.site.uploads.NeverOnDisk"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "script-src": ["'self'"],  # two files of ours, which nothing needs: keys for staff, a check offline
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "object-src": ["'none'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
