"""Webex: the field names of the public REST API, with a partner's access token."""

from typing import Any

import httpx2

from backend.connectors.port import ConnectorFailed, ConnectorUnavailable, Task
from backend.models.service import StepKind

_TIMEOUT = 30.0  # seconds


class Webex:
    """The adapter for the public Webex API at `url`, with an access token."""

    def __init__(self, url: str, token: str) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        self._client = httpx2.AsyncClient(base_url=url, headers=headers, timeout=_TIMEOUT)

    async def carry_out(self, task: Task) -> str:
        """Send the step's request; what exists already is fine."""
        path, body = _request(task)
        try:
            response = await self._client.post(path, json=body, headers={"Idempotency-Key": task.key})
        except httpx2.HTTPError as error:
            raise ConnectorUnavailable(f"Webex could not be reached: {error}") from error
        if response.status_code in {429, 502, 503, 504}:
            raise ConnectorUnavailable(f"Webex asked to wait: {response.status_code}")
        if response.is_success or response.status_code == 409:
            return f"Webex answered: {response.status_code}"
        raise ConnectorFailed(_message(response))


def _request(task: Task) -> tuple[str, dict[str, Any]]:
    details = task.details
    match task.kind:
        case StepKind.CREATE_SITE:
            return "/v1/wholesale/sites", {"siteUrl": f"{task.name}.webex.com", **details}
        case StepKind.ASSIGN_LICENSES:
            return "/v1/wholesale/sites/licenses", {"siteUrl": f"{task.name}.webex.com", **details}
        case StepKind.SET_DEFAULT_LOCATION:
            return "/v1/telephony/config/locations/default", {"name": task.name}
        case StepKind.ENABLE_SERVICE:
            return "/v1/wholesale/services", {"service": task.name}
        case _:
            return "/v1/locations", {"name": task.name, **details}


def _message(response: httpx2.Response) -> str:
    try:
        answer = response.json()
    except ValueError:
        answer = {}
    text = answer.get("message") if isinstance(answer, dict) else None
    return f"Webex refused: {text or response.status_code}"
