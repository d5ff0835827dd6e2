"""Pages kept after they were made, under a key made of all they show; each visitor's own token is put in when served.

The key covers the rulebook, the profile, the days, the filters, the address, the language and the code of the page, so
a kept page is never stale and never another's: the address holds the key that only those who may read it know.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.messages import get_messages
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language

KEEP_SECONDS = 3600
_MADE_OF = (
    "apps/assessments/*.py",
    "apps/assessments/templatetags/*.py",
    "apps/library/templatetags/remit.py",
    "templates/base.html",
    "templates/layouts/results.html",
    "templates/components/*.html",
    "templates/assessments/*.html",
)


def kept_page(request: HttpRequest, content: tuple[object, ...], make: Callable[[str], str]) -> HttpResponse:
    """The page for this content, made by `make(token)` unless it is kept already.

    `make` writes the given stand-in wherever the visitor's CSRF token belongs. Pages with a one-time message are made
    anew and not kept.
    """
    if len(get_messages(request)):
        return _private(HttpResponse(make(get_token(request))))
    key = _key(request, content)
    token = get_token(request)
    etag = f'"{hashlib.sha256((key + request.META["CSRF_COOKIE"]).encode()).hexdigest()[:32]}"'
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return _private(unchanged)
    parts = caches["pages"].get(key)
    if parts is None:
        parts = make(_stand_in()).encode().split(_stand_in().encode())
        caches["pages"].set(key, parts, KEEP_SECONDS)
    response = HttpResponse(token.encode().join(parts))
    response["ETag"] = etag
    return _private(response)


def _private(response: HttpResponse) -> HttpResponse:
    """For this visitor's browser only, and only after asking whether it still stands."""
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _key(request: HttpRequest, content: tuple[object, ...]) -> str:
    parts = (_code_version(), get_language(), request.scheme, request.get_host(), request.path, *content)
    return "page:" + hashlib.sha256("\x1f".join(map(repr, parts)).encode()).hexdigest()


@cache
def _stand_in() -> str:
    """What stands for the token in a kept page: the same in every process, and nothing a user could write."""
    return salted_hmac("apps.assessments.kept", "csrf").hexdigest()


@cache
def _code_version() -> str:
    """A digest of the files a page is made of, so that a new release never serves an old page."""
    root, digest = Path(settings.BASE_DIR), hashlib.sha256()
    for pattern in _MADE_OF:
        for path in sorted(root.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()
