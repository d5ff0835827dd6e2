"""The queue of files that serves where there is no Redis, without the moment in which a file is there but empty.

Kombu opens a message under its final name and writes it afterwards. A worker that looks in between reads nothing and
ends with "Unrecoverable error" (celery/kombu issue 1551). Here every file appears under its name when it is complete.
"""

from __future__ import annotations

import fcntl
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.transport import filesystem
from kombu.utils.json import dumps, loads


def write_whole(file: Path, content: object) -> None:
    """Write JSON to a file that others see complete or not at all; `OSError` when it cannot be written."""
    part = file.with_name(f"{file.name}.{uuid.uuid4()}.part")
    try:
        part.write_text(dumps(content), encoding="utf-8")
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise


class Channel(filesystem.Channel):
    """Kombu's channel of files; what writes and takes is replaced."""

    def _put(self, queue: str, payload: Any, **_: Any) -> None:  # type: ignore[override]  # its stubs disagree
        """Put a message at the end of a queue: workers take files in the order of their names."""
        name = f"{time.time_ns()}_{uuid.uuid4()}.{queue}.msg"
        write_whole(Path(self.data_folder_out) / name, payload)

    def _get(self, queue: str, timeout: float | None = None) -> Any:
        """Take the first message of a queue; of several workers one gets it, since a name can be changed but once.

        Kombu moves it to the temporary folder, which is a copy where that lies on another disk: two could read it.
        """
        folder = Path(self.data_folder_in)
        for name in sorted(file.name for file in folder.iterdir() if file.name.partition(".")[2] == f"{queue}.msg"):
            taken = folder / f"{name}.taken"
            try:
                (folder / name).rename(taken)
            except FileNotFoundError:
                continue
            message = loads(taken.read_text(encoding="utf-8"))
            taken.unlink()
            return message
        raise Empty

    def _queue_bind(self, exchange: str, routing_key: str | None, pattern: str | None, queue: str | None) -> None:
        """Enter a queue in the table of an exchange, one process at a time."""
        entry = filesystem.exchange_queue_t(routing_key or "", pattern or "", queue or "")
        with self._table(exchange) as (file, table):
            if entry not in table:
                write_whole(file, [entry, *table])

    def _delete(self, queue: str, exchange: str, routing_key: str, pattern: str, *_: Any, **__: Any) -> None:
        """Drop a queue's messages, and its entry in the table of the exchange."""
        self._purge(queue)
        entry = filesystem.exchange_queue_t(routing_key or "", pattern or "", queue or "")
        with self._table(exchange) as (file, table):
            if entry in table:
                write_whole(file, [kept for kept in table if kept != entry])

    @contextmanager
    def _table(self, exchange: str) -> Iterator[tuple[Path, list[filesystem.exchange_queue_t]]]:
        folder = Path(self.control_folder)
        with (folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield folder / f"{exchange}.exchange", self.get_table(exchange)


class Transport(filesystem.Transport):
    """What `filesystem://` stands for in Remit."""

    Channel = Channel
