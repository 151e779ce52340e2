"""Callers of the API: browsers with their cookies, programs with their tokens."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx2
from graphql import GraphQLNonNull

from backend.resolvers.schema import schema

ORDER = """
fragment O on Order {
  id orderNumber status provisioningStatus version audience nextStep viewerRole partnerRole allowedMutations deadline
  provisioningContactEmail customerSetsUpServices summaryUrl
  waitingFor { role email }
  partnerOrganization { id displayName status } customerOrganization { id displayName status }
  delegation { delegateEmail canTakeBack }
  dispute { open upheld endsSetup }
  administratorRequest { id state }
  requirements { currentlyDue { step field mutation } eventuallyDue { step mutation } errors { code message field } }
  services {
    id kind state nextStep progress failure savedBy steps { name state attempts message }
    ... on MeetingsService {
      licenses { id name scope totalUnits }
      sites { id siteName timeZone earlyRelease primary state allocations { license { name } units } }
    }
    ... on CallingService { locations { id name state default failure address { address1 city state country } } }
  }
}
"""
ERRORS = """
userErrors {
  __typename code message field
  ... on StepRefused { nextStep }
  ... on VersionConflict { currentVersion changedBy changedAt changedFields }
  ... on SiteNameTaken { suggestions }
  ... on LinkRefused { at handedTo newerLink seller { name } }
}
"""
_PAYLOADS = {
    "OrderPayload": f"order {{ ...O }} {ERRORS}",
    "SessionPayload": f"viewer {{ email roles scopes }} order {{ ...O }} {ERRORS}",
    "DomainPayload": "organization { id domains { name state verification { recordName recordValue lastCheckedAt"
    f" nextCheckAt expiresAt finding message }} }} }} {ERRORS}",
    "SitePayload": "site { id siteName siteUrl timeZone earlyRelease primary state existingSiteId allocations { units }"
    f" change {{ kind state timeZone message requestedAt finishedAt }} }} {ERRORS}",
    "MergePayload": "survivor { id displayName merges { duplicateId duplicateName mergedBy reason undoableUntil } }"
    f" moves {{ kind name message }} conflicts {{ kind name message }} {ERRORS}",
    "ApiTokenPayload": "apiToken { id name prefix scopes createdBy expiresAt lastUsedAt revokedAt"
    f" organization {{ id displayName }} }} secret {ERRORS}",
    "MailDomainPayload": f"mailDomain {{ domain kind source reason decidedBy decidedAt }} {ERRORS}",
    "WebhookEndpointPayload": "webhookEndpoint { id url events query description enabled disabledReason } secret"
    f" {ERRORS}",
    "WebhookDeliveryPayload": "delivery { id event state payload nextAttemptAt attempts { status error response } }"
    f" {ERRORS}",
    "OrderViewPayload": f"orderView {{ name bucket status text sort }} {ERRORS}",
    "ReminderChoicePayload": f"reminderChoice {{ email rhythm }} {ERRORS}",
    "TypedStepPayload": f"typedStep {{ step entries version revision typedAt savedBy savedAt }} {ERRORS}",
    "PartnerAccessPayload": f"organization {{ id }} {ERRORS}",
    "RequestPayload": f"accepted {ERRORS}",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answered: data, top-level errors, and what is in the data of one mutation."""

    status: int
    data: Any
    errors: list[dict[str, Any]]
    payload: Any = None

    @property
    def refused(self) -> list[str]:
        """The code of the top-level error, or the codes of the user errors."""
        if self.errors:
            return [error["extensions"]["code"] for error in self.errors]
        return [error["code"] for error in self.payload["userErrors"]]

    @property
    def fields(self) -> dict[str, str]:
        """Where what was refused: the path below the input, with dots, and the code."""
        return {".".join(error["field"]): error["code"] for error in self.payload["userErrors"]}

    @property
    def order(self) -> Any:
        """The order of a mutation that was not refused."""
        assert not self.refused, (self.errors, self.payload)
        return self.payload["order"]


class Caller:
    """One browser, or one program with a token."""

    def __init__(self, http: httpx2.AsyncClient, *, token: str = "", language: str = "en") -> None:
        self.http = http
        self.token = token
        self.language = language

    def _headers(self, key: str | None = None) -> dict[str, str]:
        headers = {"Accept-Language": self.language}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        return headers | ({"Idempotency-Key": key} if key else {})

    async def send(
        self, query: str, variables: dict[str, Any] | None = None, *, key: str | None = None, **headers: str
    ) -> Answer:
        """Send a document, with more headers, and return whatever comes."""
        body = {"query": query, "variables": variables or {}}
        response = await self.http.post("/graphql", json=body, headers=self._headers(key) | headers)
        answer = response.json()
        return Answer(response.status_code, answer.get("data"), answer.get("errors", []))

    async def ask(self, query: str, **variables: Any) -> Any:
        """Send a query that succeeds; its data."""
        answer = await self.send(query, variables)
        assert not answer.errors, answer.errors
        return answer.data

    async def order(self, id: str) -> Any:
        """The order as the caller sees it."""
        return (await self.ask(f"query ($id: ID!) {{ order(id: $id) {{ ...O }} }} {ORDER}", id=id))["order"]

    async def do(self, mutation: str, /, *, key: str | None = None, **input: Any) -> Answer:
        """Send one mutation with this input."""
        answer = await self.send(document(mutation), {"input": input}, key=key)
        return Answer(answer.status, answer.data, answer.errors, (answer.data or {}).get(mutation))

    async def get(self, path: str, **headers: str) -> httpx2.Response:
        """GET a page."""
        return await self.http.get(path, headers=self._headers() | headers)


@cache
def document(mutation: str) -> str:
    """The document of a mutation that takes an input."""
    root = schema._schema.mutation_type
    assert root is not None
    field = root.fields[mutation]
    assert isinstance(field.type, GraphQLNonNull)
    payload = _PAYLOADS[field.type.of_type.name]
    text = f"mutation ($input: {field.args['input'].type}) {{ {mutation}(input: $input) {{ {payload} }} }}"
    return text + (ORDER if "...O" in payload else "")


ROOTS = schema._schema
