"""What a client accepts: the headers Accept, Accept-Language and Accept-Encoding, which all weigh their parts alike.

What they mean is remembered: the requests of a browser all bring the same.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import AnyStr, TypeVar

T = TypeVar("T")

MAX_HEADER = 1_024  # characters that are read; browsers send far fewer
MAX_REMEMBERED = 256  # characters or bytes of a text whose meaning is remembered


def remembered(read: Callable[[AnyStr], T]) -> Callable[[AnyStr], T]:
    """A function without effects that remembers its last answers to short texts, so that memory stays bounded."""
    known = lru_cache(maxsize=256)(read)

    @wraps(read)
    def answer(text: AnyStr) -> T:
        return known(text) if len(text) <= MAX_REMEMBERED else read(text)

    return answer


def read_weights(header: str) -> dict[str, float]:
    """What the header names, in lower case and in its order, each with its weight from 0 (not wanted) to 1.

    A weight that is no number from 0 to 1 counts as 0.
    """
    whole = header if len(header) <= MAX_HEADER else header[:MAX_HEADER].rpartition(",")[0]
    weights: dict[str, float] = {}
    for part in whole.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if name:
            weights[name] = _weight(next((piece[2:] for piece in parameters if piece.startswith("q=")), "1"))
    return weights


def _weight(text: str) -> float:
    try:
        weight = float(text)
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0
