"""The queue of files under haste: nothing is read half-written, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from kombu import Connection, Exchange, Queue
from kombu.exceptions import OperationalError

from apps.config.file_queue import write_whole

MESSAGES = 1500
# Kombu remembers for the whole process which queues it has bound: each test has queues of its own name.


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Connection]:
    folders = {"data_folder_in": tmp_path / "queue", "data_folder_out": tmp_path / "queue", "control_folder": tmp_path}
    (tmp_path / "queue").mkdir()
    options = {name: str(folder) for name, folder in folders.items()} | {"polling_interval": 0}
    transport = "apps.config.file_queue:Transport"
    with Connection("filesystem://", transport=transport, transport_options=options) as found:
        yield found


def test_a_reader_at_the_heels_of_the_writer_gets_every_message_whole(broker: Connection) -> None:
    def send() -> None:
        with broker.clone().SimpleQueue("jobs") as queue:
            for number in range(MESSAGES):
                queue.put({"number": number, "padding": "x" * 500})

    with ThreadPoolExecutor(1) as pool, broker.SimpleQueue("jobs", no_ack=True) as queue:
        sending = pool.submit(send)
        got = [queue.get(timeout=30).payload["number"] for _ in range(MESSAGES)]
        sending.result()
    assert got == list(range(MESSAGES))


def test_several_workers_share_the_messages_and_lose_none(broker: Connection, tmp_path: Path) -> None:
    with broker.SimpleQueue("divided") as queue:
        for number in range(600):
            queue.put(number)

    def take_all(_: int) -> list[int]:
        got: list[int] = []
        with broker.clone() as own, own.SimpleQueue("divided", no_ack=True) as queue, suppress(queue.Empty):
            while True:
                got.append(queue.get(timeout=1).payload)
        return got

    with ThreadPoolExecutor(4) as pool:
        shares = list(pool.map(take_all, range(4)))
    assert sorted(number for share in shares for number in share) == list(range(600))
    assert list((tmp_path / "queue").iterdir()) == []


def test_queues_that_enter_the_same_exchange_at_once_are_all_in_its_table(broker: Connection) -> None:
    exchange = Exchange("shared", type="fanout")

    def enter(number: int) -> None:
        with broker.clone() as own:
            Queue(f"q{number}", exchange, channel=own.channel()).declare()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(enter, range(40)))
    assert {entry.queue for entry in broker.channel().get_table("shared")} == {f"q{n}" for n in range(40)}


def test_a_queue_that_is_deleted_takes_its_messages_and_its_entry_with_it(broker: Connection, tmp_path: Path) -> None:
    channel = broker.channel()
    queues = [Queue(name, Exchange("shared", type="fanout"), channel=channel) for name in ("kept", "gone")]
    for queue in queues:
        queue.declare()
    broker.Producer(channel).publish({"hello": 1}, exchange="shared")
    queues[1].delete()
    assert [entry.queue for entry in channel.get_table("shared")] == ["kept"]
    assert [file.name.partition(".")[2] for file in (tmp_path / "queue").iterdir()] == ["kept.msg"]


def test_a_queue_that_cannot_be_written_is_an_error_for_the_sender(broker: Connection, tmp_path: Path) -> None:
    (tmp_path / "queue").rmdir()
    with pytest.raises((OperationalError, OSError)):
        broker.Producer(broker.channel()).publish({"hello": 1}, routing_key="jobs", declare=[Queue("jobs")])


def test_what_could_not_be_put_in_place_leaves_no_part_behind(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", {"first": 1})
    assert [file.name for file in tmp_path.iterdir()] == ["taken"]


def test_a_file_is_replaced_and_leaves_no_part_behind(tmp_path: Path) -> None:
    for content in ({"first": 1}, {"second": 2}):
        write_whole(tmp_path / "table", content)
    assert (tmp_path / "table").read_text() == '{"second": 2}'
    assert [file.name for file in tmp_path.iterdir()] == ["table"]
