"""Tasks sent from a page reach a real worker through the file queue."""

from pathlib import Path

import pytest
from celery import current_app
from django.conf import settings

from tests.fixtures_servers import wait_until

pytestmark = pytest.mark.worker


def test_the_worker_answers_the_health_question(live_worker: None) -> None:
    replies = current_app.control.ping(timeout=5)
    assert [list(reply.values()) for reply in replies] == [[{"ok": "pong"}]]


@pytest.mark.parametrize("queue", ["default", "reports"])
def test_the_worker_empties_both_queues(live_worker: None, queue: str) -> None:
    folder = Path(settings.BROKER_DIR / "queue")
    for number in range(5):
        current_app.send_task("celery.accumulate", args=(number,), queue=queue)
    wait_until(lambda: not list(folder.glob("*")), f"the worker took all tasks of {queue}", 20)
