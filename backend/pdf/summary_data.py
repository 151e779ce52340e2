"""The order summary as data: the same bytes for the same summary, so that a checksum on paper can be compared."""

from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256
from typing import Any

import orjson

from backend.pdf.summary import AccessLine, PlanLine, SiteLine, Summary

# The time of the last change moves with each try of a mail, also of the one that carries the summary.
_LEFT_OUT = {"changed_at"}
FORMAT = 1  # a greater number where what is there changes its meaning, or goes


def summary_json(summary: Summary) -> bytes:
    """What the summary tells as canonical JSON (RFC 8785): UTF-8, keys in order, no blanks; in no language.

    Dates and times look like 2026-12-19 and 2026-12-19T09:40:00+00:00; names of values are those of the API.
    """
    return orjson.dumps({"format": FORMAT, "order": _plain(summary)}, option=orjson.OPT_SORT_KEYS)


def checksum(summary: Summary) -> str:
    """SHA-256 of `summary_json` in hexadecimal digits."""
    return sha256(summary_json(summary)).hexdigest()


def file_name(order_number: str, ending: str = "pdf") -> str:
    """The name of an order's summary as a file: letters, digits and `-_.` only, which every system takes."""
    name = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "-_.") else "-" for letter in order_number
    )
    return f"order-{name}.{ending}"


def _plain(value: object) -> Any:
    if isinstance(value, PlanLine):
        return {"irreversible": value.irreversible, "message": value.message.format(**value.values)}
    if isinstance(value, AccessLine):
        return {"may": value.may.format(**value.values), "who": value.who.format(**value.values)}
    if is_dataclass(value):
        found = {
            _camel(one.name): _plain(getattr(value, one.name)) for one in fields(value) if one.name not in _LEFT_OUT
        }
        if isinstance(value, SiteLine):
            found["units"] = [{"license": name, "units": units} for name, units in value.units]
        return found
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(other.capitalize() for other in others)
