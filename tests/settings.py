"""Remit's own settings, with data, queue and files in a temporary folder of this test process."""

import importlib
import os
import tempfile
from pathlib import Path

# One folder for the run; xdist's worker processes inherit the variable.
RUN_DIR = Path(os.environ.get("REMIT_TEST_DIR") or tempfile.mkdtemp(prefix="remit-test-"))
os.environ["REMIT_TEST_DIR"] = str(RUN_DIR)
TEST_DIR = RUN_DIR / os.environ.get("PYTEST_XDIST_WORKER", "main")
os.environ["REMIT_VAR_DIR"] = str(TEST_DIR)
# What a developer's shell sets must not reach the tests.
for name in ("ALLOWED_HOSTS", "CACHE_URL", "CELERY_BROKER_URL", "DEBUG", "HTTPS", "SECRET_KEY", "API_ANON_RATE"):
    os.environ.pop(name, None)
# Playwright keeps an event loop in the test's thread, where Django would refuse the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

_settings = importlib.import_module("apps.config.settings")
globals().update({name: value for name, value in vars(_settings).items() if name.isupper()})

DATABASES = {"default": dict(_settings.DATABASES["default"])}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: a worker process must see the same rows.
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_DIR / "test.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tasks run at once, in the test's process, unless a test asks for `live_worker`.
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
