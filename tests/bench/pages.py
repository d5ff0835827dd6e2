"""What a results page costs, against a Django view that renders a static template of the same length."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

import django
from django.conf import settings
from django.test import Client
from django.test.utils import setup_test_environment


def measure(line: Callable[..., bool], best: Callable[..., float]) -> Iterator[bool]:
    """Server time of the results page of a real example, first seen and seen again, as ratios to a static page."""
    django.setup()
    setup_test_environment()
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    from django.core.cache import caches
    from django.core.management import call_command

    from apps.rules.law import load
    from tests.bench import static_page

    load()
    call_command("migrate", verbosity=0)
    client = Client()
    address = static_page.example_address()
    page = client.get(address)
    assert page.status_code == 200, page.status_code
    static_page.write(page.content.decode())
    assert abs(len(client.get(static_page.ADDRESS).content) - len(page.content)) < 200

    def first_time() -> None:
        for cache in caches.all():
            cache.clear()
        client.get(address)

    static = best(lambda: client.get(static_page.ADDRESS), 9, 20)
    again = best(lambda: client.get(address), 9, 20)
    first = statistics.median(_timed(first_time) for _ in range(7))
    yield line("static page of the same length", f"{static * 1e3:.2f} ms CPU")
    yield line("results page, seen again", f"{again * 1e3:.2f} ms CPU")
    yield line("results page, first seen (everything decided and rendered)", f"{first * 1e3:.1f} ms CPU")
    ratio = again / static
    yield line("results page: times the static page", f"{ratio:.2f}", "at most 3", met=ratio <= 3)
    yield line("results page, first seen: times the static page", f"{first / static:.1f}")
    yield from _comparison(client, line)


COMPARED = ("gpt-oss-120b", "grok-4-5", "bloom")


def _comparison(client: Client, line: Callable[..., bool]) -> Iterator[bool]:
    """Eight ways of release in every jurisdiction, against the results of the same description; both from scratch."""
    from django.core.cache import caches

    from apps.assessments.decided import decided

    def fresh(address: str) -> float:
        def work() -> None:
            for cache in caches.all():
                cache.clear()
            decided.cache_clear()
            assert client.get(address).status_code == 200

        return statistics.median(_timed(work) for _ in range(5))

    ratios = {slug: fresh(f"/examples/{slug}/open-or-closed/") / fresh(f"/examples/{slug}/") for slug in COMPARED}
    worst = max(ratios, key=lambda slug: ratios[slug])
    name = f"eight ways of release: times a results page (worst: {worst})"
    yield line(name, f"{ratios[worst]:.2f}", "at most 3", met=ratios[worst] <= 3)


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
