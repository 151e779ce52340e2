"""Reading a GraphQL-over-HTTP request: media types, origin, body and parameters; whatever is malformed is refused."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import msgspec
from starlette.types import Receive

from backend.accept import read_weights, remembered
from backend.graphql_server.problems import RequestRefused

JSON = "application/json"
RESPONSE_JSON = "application/graphql-response+json"
MAX_BODY = 100 * 1024
# The largest input, 50 licenses for 50 sites with the longest names, is longer. Strangers have no use for it.
MAX_BODY_SIGNED_IN = 384 * 1024
MAX_PARAMETERS = 10
READ_ONLY = b"read-only"
SEEN_AS_SOMEBODY_ELSE = "The order is seen as somebody else: nothing was changed. Leave View-As out to allow changes."

Headers = dict[bytes, bytes]
RawHeaders = list[tuple[bytes, bytes]]


class Parameters(msgspec.Struct, rename="camel"):
    """The parameters of a request, as the specification names them."""

    query: str | None = None
    variables: dict[str, Any] | None = None
    operation_name: str | None = None
    extensions: dict[str, Any] | None = None


_decode_parameters = msgspec.json.Decoder(Parameters).decode
_decode_map = msgspec.json.Decoder(dict[str, Any] | None).decode


@remembered
def negotiate(accept: bytes) -> str | None:
    """The media type to answer with for an Accept header; None if neither of ours is wanted.

    `application/graphql-response+json` is for those who name it; everybody else gets `application/json`.
    """
    wanted = read_weights(accept.decode("latin-1"))
    if not wanted:
        return JSON
    modern = wanted.get(RESPONSE_JSON, 0.0)
    plain = next((wanted[name] for name in (JSON, "application/*", "*/*") if name in wanted), 0.0)
    if not (modern or plain):
        return None
    return RESPONSE_JSON if modern >= plain else JSON


def check_origin(headers: Headers, public_url: str) -> None:
    """Refuse what a browser sends on behalf of another site. A request that names no origin is not from a browser."""
    if headers.get(b"sec-fetch-site", b"same-origin") not in (b"same-origin", b"none"):
        raise RequestRefused(403, "FORBIDDEN", "Requests from other sites are not allowed.")
    origin = headers.get(b"origin")
    if origin is None:
        return
    name = origin.decode("latin-1")
    if public_url.startswith("https://") and not name.startswith("https://"):
        raise RequestRefused(403, "FORBIDDEN", "Requests from other sites are not allowed.")
    if name != _origin_of(public_url) and urlsplit(name).netloc.encode() != headers.get(b"host"):
        raise RequestRefused(403, "FORBIDDEN", "Requests from other sites are not allowed.")


def check_content_type(headers: Headers) -> None:
    """Refuse everything but JSON in UTF-8: forms of other sites can send anything else without being asked."""
    media, _, rest = headers.get(b"content-type", b"").decode("latin-1").lower().partition(";")
    charset = rest.replace('"', "").replace(" ", "")
    if media.strip() != JSON or charset not in ("", "charset=utf-8", "charset=utf8"):
        raise RequestRefused(415, "UNSUPPORTED_MEDIA_TYPE", "Send the request as application/json in UTF-8.")


def check_changes_allowed(reads_only: bool, *read_only: str | None) -> None:
    """Refuse a mutation of a caller who only reads, or who sent the header Read-Only, wherever it stood, unless it says
    0.
    """
    if reads_only:
        raise RequestRefused(403, "READ_ONLY", SEEN_AS_SOMEBODY_ELSE)
    if any(said is not None and said.strip() not in ("", "0") for said in read_only):
        message = "The request says Read-Only, so nothing was changed. Leave that header out to allow changes."
        raise RequestRefused(403, "READ_ONLY", message)


def every_value(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> list[str]:
    """The values of a header that may stand several times."""
    return [value.decode("latin-1") for key, value in headers if key == name]


async def read_body(headers: Headers, receive: Receive) -> bytes:
    """The whole body. Raises RequestRefused (413) as soon as it is too large."""
    signed_in = b"authorization" in headers or b"cookie" in headers
    largest = MAX_BODY_SIGNED_IN if signed_in else MAX_BODY
    length = headers.get(b"content-length", b"0")
    body, more = b"", True
    while more and len(body) <= largest and (not length.isdigit() or int(length) <= largest):
        message = await receive()
        if message["type"] == "http.disconnect":
            raise RequestRefused(400, "BAD_REQUEST", "The request was cut off.")
        body += message.get("body", b"")
        more = message.get("more_body", False)
    if more or len(body) > largest:
        raise RequestRefused(413, "PAYLOAD_TOO_LARGE", f"A request may have {largest} bytes at most.")
    return body


def from_body(body: bytes) -> Parameters:
    """The parameters in a JSON body. Raises RequestRefused (400)."""
    if body.lstrip()[:1] == b"[":
        raise RequestRefused(400, "BAD_REQUEST", "Batches of requests are not supported.")
    try:
        return _checked(_decode_parameters(body), b"\\u0000" in body or b"\0" in body)
    except (ValueError, RecursionError) as error:
        raise _malformed(error) from None


def from_query_string(query_string: bytes) -> Parameters:
    """The parameters in an address; `variables` and `extensions` are JSON. Raises RequestRefused (400)."""
    try:
        given = dict(
            parse_qsl(
                query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MAX_PARAMETERS
            )
        )
        variables = _decode_map(given["variables"]) if given.get("variables") else None
        extensions = _decode_map(given["extensions"]) if given.get("extensions") else None
    except (ValueError, RecursionError) as error:
        raise _malformed(error) from None
    read = Parameters(given.get("query"), variables, given.get("operationName") or None, extensions)
    return _checked(read, b"%00" in query_string or b"\\u0000" in query_string)


def _checked(read: Parameters, has_nul: bool) -> Parameters:
    if has_nul:  # PostgreSQL stores no such text
        raise RequestRefused(400, "BAD_REQUEST", "Texts may not contain the character NUL.")
    if not read.query and "persistedQuery" in (read.extensions or {}):
        # What clients with automatic persisted queries wait for: from then on they send whole queries.
        raise RequestRefused(200, "PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported")
    if not read.query:
        raise RequestRefused(400, "BAD_REQUEST", "The parameter `query` is missing.")
    return read


def _malformed(error: Exception) -> RequestRefused:
    detail = str(error) if isinstance(error, msgspec.ValidationError) else "It is not valid JSON."
    return RequestRefused(400, "BAD_REQUEST", f"The request cannot be read. {detail}")


@lru_cache(maxsize=4)
def _origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
