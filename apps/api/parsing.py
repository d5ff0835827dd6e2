"""JSON bodies, read strictly: no NaN, no infinities, no duplicate keys, no integers that others would round."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import IO, Any, NoReturn

from django.http import UnreadablePostError
from rest_framework.parsers import BaseParser

from apps.api.errors import ApiError, Fault, too_large

MOST_BYTES = 256 * 1024
LARGEST_INTEGER = 2**63 - 1


class StrictJSONParser(BaseParser):
    """Reads a JSON body. Raises ApiError with the line where one is known."""

    media_type = "application/json"
    most = MOST_BYTES

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """The data of the body."""
        try:
            body = stream.read(self.most + 1)
        except UnreadablePostError:
            _refuse("The body ended before it was complete.", "Send it again.")
        if len(body) > self.most:
            raise too_large(self.most)
        return read_json(body)


class ImportParser(StrictJSONParser):
    """The same for texts to import, which may be longer, and grow when JSON escapes them."""

    most = 2 * 1024 * 1024


def read_json(body: bytes) -> Any:
    """The data of a JSON text in UTF-8. Raises ApiError naming what is wrong and what to write instead."""
    try:
        text = body.decode("utf-8")
        data = json.loads(
            text,
            object_pairs_hook=_table,
            parse_constant=_constant,
            parse_int=_integer,
            parse_float=_float,
        )
        if "\\u" in text:
            json.dumps(data, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        _refuse(f"This is not JSON: {error.msg}.", "Check commas, colons and quotation marks.", error.lineno)
    except RecursionError:
        _refuse("The body is nested too deeply.", "A request needs five levels.")
    except UnicodeDecodeError:
        _refuse("The body is not UTF-8.", "Encode it as UTF-8.")
    except UnicodeEncodeError:
        _refuse("A text holds half of a surrogate pair.", "Write the character itself, in UTF-8.")
    return data


def _refuse(message: str, remedy: str, line: int | None = None) -> NoReturn:
    raise ApiError("invalid_json", "The body cannot be read.", (Fault("", message, remedy, line),)) from None


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            _refuse(f"The key {json.dumps(key[:60])} is given twice.", "Keep one.")
        found[key] = value
    return found


def _constant(name: str) -> NoReturn:
    _refuse(f"{name} is not a number that JSON has.", "Leave the fact out, or write null, if it is not known.")


def _float(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        _refuse(f"{digits[:60]} is too large to be a number.", "Write a number such as 3.8e25.")
    return value


def _integer(digits: str) -> int:
    # Longer digits first: turning very long ones into a number is slow, and Python refuses it.
    if len(digits) > 20 or abs(int(digits)) > LARGEST_INTEGER:
        _refuse(
            f"The integer {digits[:40]} does not fit 64 bits, so other readers of JSON would change it.",
            'Write it with an exponent, such as 3.8e25, or as a text, such as "3.8e25".',
        )
    return int(digits)
