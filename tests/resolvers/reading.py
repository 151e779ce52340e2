"""Reads everything that the schema offers, and judges each value after the matrix of rights."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLInterfaceType, GraphQLNamedType, GraphQLObjectType, get_named_type, is_non_null_type

from backend.resolvers.schema import schema
from tests.resolvers.rights import FIELDS, MASKED, NOT_OF_ONE_SERVICE, STATUS_ONLY

ADDRESS = re.compile(r"[\w.+•-]+@[\w.-]+\w")
SCHEMA = schema._schema
ALONE = {"requirements", "services", "organizationMatch", "timeline", "partnerOrganization", "customerOrganization"}
BRIEFLY = {
    "AdministratorRequest.order": "{ __typename id }",
    # Whole organizations are read where an order is mapped to them; of twenty, or of many requests, they cost too much.
    "AdministratorRequest.organization": "{ __typename id displayName administrators }",
    "OrganizationCandidate.organization": "{ __typename id displayName administrators domains { __typename name } }",
    "Organization.orders": "(first: 1) { __typename edges { __typename cursor node { __typename id } } }",
    "Viewer.orders": "{ __typename edges { __typename cursor node { __typename id } } }",
    "ApiToken.organization": "{ __typename id displayName }",
    "WebhookEndpoint.deliveries": "(first: 1) { __typename edges { __typename cursor node { __typename id } } }",
    "Requirement.service": "{ __typename id kind state savedBy }",
}
ARGUMENTS = {
    "Order.organizationMatch": "(slot: CUSTOMER)",
    "Order.timeline": "(first: 40)",
    "WebhookEndpoint.deliveries": "(first: 1)",
}


@dataclass
class Findings:
    """What was looked at, and what was wrong: (role, stage, field, value)."""

    seen: set[tuple[str, str, str]] = field(default_factory=set)
    leaks: list[tuple[str, str, str, Any]] = field(default_factory=list)
    addresses: dict[str, set[str]] = field(default_factory=dict)

    def leak(self, role: str, stage: str, what: str, value: Any = None) -> None:
        """Note what should not have been read."""
        self.leaks.append((role, stage, what, value))

    def text(self, role: str, stage: str, what: str, text: str) -> None:
        """Look through a text: masked roles find no address in full, the others' are noted."""
        self.seen.add((role, stage, what))
        found = set(full(text))
        self.addresses.setdefault(role, set()).update(found)
        entered = ENTERED if role == "former" and what == "Delegation.delegateEmail" else set()
        told = TOLD.get(role, {OWN.get(role)})
        if role in MASKED and found - told - entered:
            self.leak(role, stage, what, sorted(found))


OWN = {
    "support": "help@controlhub.example",
    "former": "first@north.example",
    "salesperson": "orders@seller.example",
    "delegate": "vera@voice.example",
    "contact": "pat@north.example",
    "partner": "admin@north.example",
    "provisioner": "eve@north.example",
    "customer": "admin@globex.example",
    "stranger": "user@south.example",
    "other partner": "admin@south.example",
    "other customer": "admin@initech.example",
    "customer's user": "user@globex.example",
}
ENTERED = {"pat@north.example"}  # to whom the former contact handed the order: they typed the address themselves
KNOWN = {"pat@north.example", "orders@seller.example", "vera@voice.example"}  # whom the order names to all inside
# What masked roles know: the contact, who asked them, and themselves.
TOLD: dict[str, set[str | None]] = {
    "salesperson": {"pat@north.example", "orders@seller.example"},
    "delegate": {"pat@north.example", "vera@voice.example"},
}
ADMINISTERS = {"customer"}  # the organization that has a domain to prove
# Whose tokens a role makes and revokes, or which organization its own token is of; sellers have their own.
KEEPS_TOKENS_OF = {
    "partner": "North",
    "partner's program": "North",
    "partner's reader": "North",
    "customer": "Globex",
    "customer's program": "Globex",
    "other partner": "South",
    "other customer": "Initech",
}
MEMBER_OF = {
    "partner": "North",
    "partner's program": "North",
    "customer": "Globex",
    "customer's program": "Globex",
    "customer's user": "Globex",
    "stranger": "South",
    "other partner": "South",
    "other customer": "Initech",
}


def full(text: str) -> list[str]:
    """The addresses in a text that are not masked."""
    return [one for one in ADDRESS.findall(text) if "•••" not in one]


def whole_orders() -> list[str]:
    """Documents that read, all together, every field of the orders with `$ids`: few enough at a time for the limits."""
    order = SCHEMA.type_map["Order"]
    assert isinstance(order, GraphQLObjectType)
    return [_document(order, names) for names in (*({name} for name in ALONE), order.fields.keys() - ALONE)]


def viewers() -> list[str]:
    """Documents that read everything of who is signed in."""
    viewer = SCHEMA.type_map["Viewer"]
    assert isinstance(viewer, GraphQLObjectType)
    return [_viewer(viewer, names) for names in ({"organizations"}, viewer.fields.keys() - {"organizations"})]


def _viewer(viewer: GraphQLObjectType, names: set[str]) -> str:
    written: dict[str, str] = {}
    for name in names - {"orders"}:
        inner = get_named_type(viewer.fields[name].type)
        if _composite(inner):
            _write(inner, written)
    return " ".join([f"{{ viewer {{ __typename {' '.join(_fields(viewer, names))} }} }}", *written.values()])


def _document(order: GraphQLObjectType, names: set[str]) -> str:
    inside = " ".join(_fields(order, names))
    query = f"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on Order {{ __typename id {inside} }} }} }}"
    written: dict[str, str] = {}
    for name in names:
        inner = get_named_type(order.fields[name].type)
        if _composite(inner):
            _write(inner, written)
    return " ".join([query, *written.values()])


def _write(type_: GraphQLNamedType, written: dict[str, str]) -> None:
    if type_.name in written:
        return
    written[type_.name] = ""
    if isinstance(type_, GraphQLInterfaceType):
        kinds = SCHEMA.get_implementations(type_).objects
        inside = " ".join(f"...{kind.name}" for kind in kinds)
    else:
        assert isinstance(type_, GraphQLObjectType)
        whole = [field for name, field in type_.fields.items() if f"{type_.name}.{name}" not in BRIEFLY]
        kinds = [kind for field in whole if _composite(kind := get_named_type(field.type))]
        inside = " ".join(_fields(type_, set(type_.fields)))
    written[type_.name] = f"fragment {type_.name} on {type_.name} {{ __typename {inside} }}"
    for kind in kinds:
        _write(kind, written)


def _fields(type_: GraphQLObjectType, names: set[str]) -> Iterator[str]:
    for name in sorted(names):
        definition = type_.fields[name]
        arguments = ARGUMENTS.get(f"{type_.name}.{name}", "")
        if not arguments and any(is_non_null_type(argument.type) for argument in definition.args.values()):
            continue
        inner = get_named_type(definition.type)
        if brief := BRIEFLY.get(f"{type_.name}.{name}"):
            yield f"{name} {brief}"
        else:
            yield f"{name}{arguments} {{ ...{inner.name} }}" if _composite(inner) else name


def _composite(type_: GraphQLNamedType) -> bool:
    return isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)


def judge(found: Findings, role: str, stage: str, value: Any, *, side: bool) -> None:
    """Go through an answer, object by object; `side`: the caller finds organizations for the order."""
    if isinstance(value, list):
        for one in value:
            judge(found, role, stage, one, side=side)
    if not isinstance(value, dict):
        return
    type_ = value["__typename"]
    for name, inner in value.items():
        if name == "__typename":
            continue
        what = f"{type_}.{name}"
        rule = FIELDS[what]
        empty = inner in (None, [], "")
        administers = role in ADMINISTERS
        member = type_ == "Organization" and value["displayName"] == MEMBER_OF.get(role)
        closed_to = {
            "inside": role in STATUS_ONLY,
            "mails": role == "former",
            "side": not side,
            "members": not member,
            "admins": not administers,
        }
        whose = value.get("organization") if type_ == "ApiToken" else value
        kept = whose is None or (isinstance(whose, dict) and whose.get("displayName") == KEEPS_TOKENS_OF.get(role))
        closed_to["kept"] = not kept and role not in {"support", "support's program"}
        closed_to["support"] = not administers and role not in {"support", "support's program"}
        closed = closed_to.get(rule, False) or (role == "delegate" and what in NOT_OF_ONE_SERVICE)
        if closed and not empty:
            found.leak(role, stage, what, inner)
        if rule == "known" and set(full(str(inner))) - KNOWN - {OWN.get(role)}:
            found.leak(role, stage, what, inner)
        if not isinstance(inner, dict | list) or not _objects(inner):
            found.text(role, stage, what, json.dumps(inner, ensure_ascii=False))
        else:
            found.seen.add((role, stage, what))
            judge(found, role, stage, inner, side=side)


def _objects(value: Any) -> bool:
    return isinstance(value, dict) or any(isinstance(one, dict) for one in value)
