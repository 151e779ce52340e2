"""Global ids: opaque and URL-safe, the type's name and the row's number."""

from base64 import urlsafe_b64encode
from functools import lru_cache


@lru_cache(maxsize=8_192)  # a page of an order has dozens, the next one the same
def public_id(type_name: str, number: int) -> str:
    """The id of a row, as it stands in the API and in addresses."""
    return urlsafe_b64encode(f"{type_name}:{number}".encode()).decode().rstrip("=")
