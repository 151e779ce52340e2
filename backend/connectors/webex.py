"""Webex: the field names of the public REST API, with a partner's access token."""

import asyncio
import contextlib
import json
import re
from typing import Any

import httpx2

from backend import correlation, tracing
from backend.connectors.port import ConnectorFailed, ConnectorUnavailable, NameRefused, Task
from backend.foreign_text import storable
from backend.models.service import StepKind

_TIMEOUT = 30.0  # seconds of silence
_READ_TIMEOUT = 5.0  # seconds
_LATER = frozenset({429, 502, 503, 504})
_WRONG_REQUEST = frozenset({400, 422})
_NAMING = frozenset({StepKind.CREATE_SITE, StepKind.CREATE_LOCATION, StepKind.UPDATE_LOCATION})
_EXISTS = frozenset({409})
# A conflict with a change means that it was not made.
_DONE_ALREADY = {StepKind.UPDATE_SITE: frozenset[int](), StepKind.REMOVE_SITE: frozenset({404, 410})}
_NAME = re.compile(r"\b(?:(?:site|location)[ _-]?)?name\b|\bsite[ _-]?url\b", re.IGNORECASE)
_MAX_ANSWER = 65_536  # bytes of an answer; what it says is said by then


class Webex:
    """The adapter for the public Webex API at `url`, with an access token."""

    def __init__(self, url: str, token: str) -> None:
        headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}
        self._client = httpx2.AsyncClient(base_url=url, headers=headers, timeout=_TIMEOUT)

    async def carry_out(self, task: Task) -> str:
        """Send the step's request; what exists already is fine, and so is what is gone and was to be removed."""
        method, path, body = _request(task)
        values = {"http.request.method": method, "server.address": self._client.base_url.host}
        try:
            with tracing.span(method, "CLIENT", values) as span:
                headers = {"Idempotency-Key": task.key, **correlation.headers()}
                async with self._client.stream(method, path, json=body, headers=headers) as response:
                    # The status decides. Whatever is wrong with the rest of an answer, the step was done or refused.
                    words = b"" if response.is_success else await _beginning(response)
                span.set(http__response__status_code=response.status_code)
                if response.is_error:
                    span.fail(str(response.status_code))
        except httpx2.HTTPError as error:
            raise ConnectorUnavailable(f"Webex could not be reached: {error}") from error
        if response.status_code in _LATER:
            raise ConnectorUnavailable(f"Webex asked us to wait: {response.status_code}")
        if response.is_success or response.status_code in _DONE_ALREADY.get(task.kind, _EXISTS):
            return f"Webex answered: {response.status_code}"
        said = _message(words)
        failed = NameRefused if _is_about_the_name(task, response.status_code, said) else ConnectorFailed
        raise failed(f"Webex refused: {said or response.status_code}")


def _request(task: Task) -> tuple[str, str, dict[str, Any] | None]:
    """Method, path and body."""
    details, site = task.details, f"{task.name}.webex.com"
    match task.kind:
        case StepKind.CREATE_SITE:
            return "POST", "/v1/wholesale/sites", {"siteUrl": site, **details}
        case StepKind.UPDATE_SITE:
            return "PATCH", f"/v1/wholesale/sites/{site}", details
        case StepKind.REMOVE_SITE:
            return "DELETE", f"/v1/wholesale/sites/{site}", None
        case StepKind.ASSIGN_LICENSES:
            return "POST", "/v1/wholesale/sites/licenses", {"siteUrl": site, **details}
        case StepKind.SET_DEFAULT_LOCATION:
            return "POST", "/v1/telephony/config/locations/default", {"name": task.name}
        case StepKind.ENABLE_SERVICE:
            return "POST", "/v1/wholesale/services", {"service": task.name}
        case _:
            return "POST", "/v1/locations", {"name": task.name, **details}


def _is_about_the_name(task: Task, status: int, said: str) -> bool:
    """Whether an answer refuses the name: it calls the request wrong, and speaks of a name or repeats this one."""
    if task.kind not in _NAMING or status not in _WRONG_REQUEST:
        return False
    return _NAME.search(said) is not None or task.name.casefold() in said.casefold()


async def _beginning(response: httpx2.Response) -> bytes:
    """As much of the answer as arrives and is worth reading."""
    read = bytearray()
    with contextlib.suppress(httpx2.HTTPError, TimeoutError):
        async with asyncio.timeout(_READ_TIMEOUT):
            async for piece in response.aiter_raw():
                read += piece
                if len(read) >= _MAX_ANSWER:
                    break
    return bytes(read[:_MAX_ANSWER])


def _message(words: bytes) -> str:
    """The message of an answer; empty if it is not JSON that has one."""
    try:
        answer = json.loads(words)
    except (ValueError, RecursionError):
        try:
            answer = json.loads(words.decode("cp1252", "replace"))  # JSON in the charset of an old proxy
        except (ValueError, RecursionError):
            return ""
    found = answer.get("message") if isinstance(answer, dict) else None
    return storable(found) if isinstance(found, str) else ""
