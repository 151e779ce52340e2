"""The address that a mail's delivery reports come back to: one for each mail, signed, so that nobody can invent one."""

import base64
import hmac
import re
from collections.abc import Sequence

_SIGNED = re.compile(r"\+(\d{1,19})-([a-z2-7]{16})@", re.ASCII)
MAX_LOCAL_PART_LENGTH = 64 - len("+") - 19 - len("-") - 16  # characters before the sign, of the 64 that SMTP allows


def return_path(address: str, mail_id: int, secret: str) -> str:
    """The envelope sender of a mail: `bounces@hub.example` becomes `bounces+17-k3jx…@hub.example`."""
    local, _, domain = address.rpartition("@")
    return f"{local}+{mail_id}-{_signature(mail_id, secret)}@{domain}"


def returned_to(addresses: Sequence[str], secrets: Sequence[str]) -> int | None:
    """The mail whose address is among these headers' values; None: none is, or its signature is of none of our keys."""
    for address in addresses:
        for found in _SIGNED.finditer(address.lower()):
            if any(hmac.compare_digest(found[2], _signature(int(found[1]), secret)) for secret in secrets):
                return int(found[1])
    return None


def _signature(mail_id: int, secret: str) -> str:
    digest = hmac.digest(secret.encode(), f"return path {mail_id}".encode(), "sha256")
    return base64.b32encode(digest[:10]).decode().lower()
