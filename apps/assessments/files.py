"""Reading a file or standard input, and writing a result so that it appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from apps.profiles.imports.detect import read_import
from apps.profiles.imports.safety import MOST_BYTES
from apps.profiles.imports.words import report

if TYPE_CHECKING:
    from apps.rules.engine import Profile, Rulebook


class FileRefusedError(ValueError):
    """A path that cannot be read or written; the message names it, the reason and the remedy."""


def read_described(name: str, book: Rulebook, *, tell: Callable[[str], object]) -> Profile:
    """The profile in a file, or in standard input for "-": a file of ours, a model card or a bill of materials.

    `tell` gets a line for each thing read from a format that is not ours. Raises FileRefusedError, ProfileFileError.
    """
    shown = "standard input" if name == "-" else name
    found = read_import(read_input(name), book, name=shown)
    for line in report(found, book):
        tell(f"{shown}: {line}")
    return found.profile()


def read_input(name: str) -> bytes:
    """The bytes of the file, or of standard input for "-". Reads no more than an import may have, plus one byte."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        with Path(name).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise FileRefusedError(f"{name}: there is no such file. Check the path, or write - to read a pipe.") from None
    except IsADirectoryError:
        raise FileRefusedError(f"{name} is a folder. Name one profile file in it.") from None
    except (OSError, ValueError) as error:
        raise FileRefusedError(f"{name} cannot be read ({_reason(error)}). Check the path and its rights.") from None


def check_output(name: str, *, source: str) -> Path:
    """The path to write to. Refuses a folder, a missing folder, one that is not writable, and the profile itself."""
    try:
        path = Path(name).resolve()
        if path.is_dir():
            raise FileRefusedError(f"{name} is a folder. Name a file in it.")
        if source != "-" and path.exists() and path.samefile(source):
            raise FileRefusedError(f"{name} is the profile itself. Name another file, or the profile would be lost.")
        if not path.parent.is_dir():
            raise FileRefusedError(f"{name}: the folder {path.parent} does not exist. Make it, or name another.")
    except (OSError, RuntimeError) as error:
        raise FileRefusedError(f"{name} cannot be written ({_reason(error)}). Name another file.") from None
    return path


def write_output(path: Path, content: bytes) -> None:
    """Write the file whole or not at all; a device or pipe is written to directly."""
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path, content)
    except OSError as error:
        raise FileRefusedError(f"{path} cannot be written ({_reason(error)}). Name a file you may write to.") from None


def print_out(stream: Any, content: str | bytes) -> None:
    """Write to a command's output stream, in UTF-8 whatever the locale; a reader that has seen enough is no error."""
    data = content.encode() if isinstance(content, str) else content
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(data.decode(), ending="")
        return
    try:
        stream.flush()
        buffer.write(data)
        buffer.flush()
    except BrokenPipeError:
        # The stream is closed once more when Python ends; that must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _replace(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
