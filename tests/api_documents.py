"""What integrators read of codes and limits, below `docs/api`: written from the code by `make schema`."""

import ast
import importlib
import inspect
from dataclasses import dataclass, fields
from datetime import timedelta
from enum import Enum
from math import ceil
from pathlib import Path
from typing import Any

from backend.graphql_server import http_requests, limits, pricing, server, websocket
from backend.graphql_server.codes import RequestCode
from backend.graphql_server.execution import DEADLINE
from backend.provisioning import act, calling, domains, meetings, new_order, organization_tokens
from backend.provisioning.idempotency import LIFETIME as KEPT
from backend.refusals import ErrorCode
from backend.resolvers import order_changes
from backend.resolvers.schema import schema
from backend.settings import Settings
from backend.web import connections, edge, session
from tests.sources import nodes

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "api"
TEMPLATES = ROOT / "tests" / "documents"
REMEDY = " Remedy: "
STATUS = {
    "BAD_REQUEST": "400", "BAD_USER_INPUT": "200, 400, 422", "GRAPHQL_PARSE_FAILED": "200, 400",
    "GRAPHQL_VALIDATION_FAILED": "200, 400", "QUERY_TOO_COMPLEX": "200, 400", "UNAUTHENTICATED": "200, 401",
    "FORBIDDEN": "200, 403", "NOT_FOUND": "200, 404", "READ_ONLY": "403", "VIEW_ENDED": "403",
    "RATE_LIMITED": "200, 429",
    "UNAVAILABLE": "503", "TIMEOUT": "408, 503", "INTERNAL": "200, 500", "METHOD_NOT_ALLOWED": "405",
    "NOT_ACCEPTABLE": "406", "UNSUPPORTED_MEDIA_TYPE": "415", "PAYLOAD_TOO_LARGE": "413", "HEADERS_TOO_LARGE": "431",
    "MISDIRECTED_REQUEST": "421", "PERSISTED_QUERY_NOT_SUPPORTED": "200",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Code:
    """A code with what it means and what to do about it; `status` is that of the answer, if it is a request's."""

    name: str
    cause: str
    remedy: str
    status: str = ""


def request_codes() -> list[Code]:
    """Those at the top level of an answer."""
    told = _described(inspect.getdoc(RequestCode) or "")
    return [_code(one, told[one.name], STATUS[one.name]) for one in RequestCode]


def user_codes() -> list[Code]:
    """Those of `userErrors`, as the schema describes them."""
    described = schema._schema.type_map["UserErrorCode"].values  # type: ignore[attr-defined]
    return [_code(one, described[one.name].description) for one in ErrorCode]


def _code(one: Enum, description: str, status: str = "") -> Code:
    cause, _, remedy = description.partition(REMEDY)
    return Code(one.name, cause, remedy[:1].upper() + remedy[1:], status)


def _described(docstring: str) -> dict[str, str]:
    """The descriptions of an enum's values; a line that is indented continues the one above."""
    found: dict[str, str] = {}
    name = ""
    for line in docstring.splitlines()[2:]:
        if line.startswith(" "):
            found[name] += " " + line.strip()
        else:
            name, _, text = line.partition(": ")
            found[name] = text
    return found


def errors_document() -> str:
    """`docs/api/errors.md`."""
    top = [f"| `{one.name}` | {one.status} | {one.cause} | {one.remedy} |" for one in request_codes()]
    user = [f"| `{one.name}` | {one.cause} | {one.remedy} |" for one in user_codes()]
    return (TEMPLATES / "errors.md").read_text().format(TOP="\n".join(top), USER="\n".join(user))


# Whose each rate is, and of what; by the name under which it is counted.
RATES = {
    "finder-person": "searches for organizations, by one person, seller or organization",
    "finder-order": "searches for organizations, for one order",
    "finder-address": "searches for organizations, from one network",
    "pdf": "order summaries, by one caller",
    "export": "lists of orders as a file, by one caller",
    "link-renewal": "new setup links, for one order",
    "delegations": "hand-overs of an order to another contact, for one order",
    "contact-changes": "changes of the contact by the seller, for one order",
    "hand-overs": "hand-overs to the customer, for one order",
    "service-delegations": "people asked to set up one service, for one order",
    "administrator-requests": "requests for full administrator privileges, for one order",
    "access-changes": "ends of, requests for and answers about a partner’s access, by one person",
    "access-requests-of-a-day": "requests for an access that a customer ended, by one partner to one customer",
    "access-requests": "requests for an access that a customer ended, by one partner to one customer",
    "domain-changes": "domains added, claimed and removed, by one person",
    "domain-checks": "domains checked, by one person",
    "domains-added": "domains added, by one organization",
    "domains-checked": "domains checked, for one organization",
    "batch-previews": "looks at what one act on many orders would do, by one person",
    "site-changes": "sites of an organization added, changed and removed, by one person",
    "webhook-changes": "webhooks added and changed, by one person, seller or organization",
    "webhook-tests": "test events and repeated deliveries, by one person, seller or organization",
    "tokens-made": "API tokens made, by one organization",
    "links": "setup links opened or asked for, from one network",
    "reminder-links": "links of reminders opened, from one network",
    "link-questions": "setup links looked at, from one network",
    "codes": "sign-in codes asked for, from one network",
    "sign-ins": "sign-ins, from one network",
    "code-requests": "codes for one mailbox, from one network",
    "code-mails-sign-in": "sign-in codes for one mailbox",
}
# Of mails that go out, which no caller is refused for.
UNSEEN = {"customer-mails", "mails-alone", "told-of-many-mails", "lists-of-mails"}


def counted() -> dict[str, tuple[int, timedelta]]:
    """How often what may happen in which time, by its name, as the calls of `hit` and `require` in the code say it."""
    found = {}
    for path in sorted((ROOT / "backend").glob("[!l]*/**/*.py")):  # but for limits/ themselves
        for node in nodes(path):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"hit", "require"}:
                name, _, most, window, _ = node.args
                module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
                known = vars(module) | {"hour": timedelta(hours=1), "kind": "sign-in"}
                of = [eval(ast.unparse(one), known) for one in (name, most, window)]
                found[str(of[0])] = (int(of[1]), of[2])
    return found


def _every(window: timedelta) -> str:
    known = {timedelta(minutes=1): "a minute", timedelta(hours=1): "an hour", timedelta(days=1): "a day"}
    return known.get(window) or f"in {window.days} days"


def limits_document() -> str:
    """`docs/api/limits.md`."""
    standard: dict[str, Any] = {field.name: field.default for field in fields(Settings)}
    bucket, restored = standard["cost_bucket"], standard["cost_restore"]
    rates = counted()
    rows = [f"| `{name}` | {rates[name][0]} {_every(rates[name][1])} | {words} |" for name, words in RATES.items()]
    parts = (
        limits,
        http_requests,
        websocket,
        server,
        connections,
        edge,
        session,
        new_order,
        act,
        meetings,
        calling,
        order_changes,
    )
    known = {name: value for part in reversed(parts) for name, value in vars(part).items() if name.isupper()}
    known |= {name: vars(pricing)[name] for name in ("MAX_COST", "MAX_PAGE_SIZE")}
    known |= {"MAX_UNPROVED": domains.MAX_UNPROVED, "MAX_DAYS": organization_tokens.MAX_DAYS}
    known |= {"MAX_ORGANIZATION_TOKENS": organization_tokens.MAX_TOKENS, "DEADLINE": DEADLINE}
    known |= {"KEPT": KEPT.total_seconds() / 3600, "RATES": "\n".join(rows)}
    known |= {"BUCKET": bucket, "RESTORED": restored, "WINDOW": ceil(bucket / restored)}
    return (TEMPLATES / "limits.md").read_text().format(**known)


def write() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "errors.md").write_text(errors_document())
    (FOLDER / "limits.md").write_text(limits_document())


if __name__ == "__main__":
    write()
