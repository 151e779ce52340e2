"""What `make schema` writes for integrators from examples and schema: operations, a collection, what changed."""

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import orjson
from graphql import GraphQLSchema, build_schema
from graphql.utilities import find_schema_changes
from graphql.utilities.find_schema_changes import BreakingChange, DangerousChange, SafeChange, SafeChangeType

from backend.resolvers.schema import schema
from tests.api_examples import ROOT, Example, examples, operations

CLIENTS = ROOT / "clients"
OPERATIONS = CLIENTS / "operations.graphql"
COLLECTION = CLIENTS / "control-hub.postman_collection.json"
RELEASED = ROOT / "docs" / "api" / "released"
CHANGES = ROOT / "docs" / "api" / "schema-changelog.md"

_FORMAT = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
_ABOUT = (
    "The examples of docs/api/README.md, in their order. Fill in baseUrl, sellerToken and partnerToken; the ids that"
    " later requests need are taken from the answers. The examples name the partner organization North with the domain"
    " north.example: put your own in their place."
)
_VARIABLES = {
    "baseUrl": "http://127.0.0.1:8000", "sellerToken": "", "partnerToken": "",
    **dict.fromkeys(("today", "order", "organization", "MEETINGS", "CALLING"), ""),
}  # fmt: skip
_BEFORE = ["pm.collectionVariables.set('today', new Date().toISOString().slice(0, 10));"]
# As `remember` of tests/test_api_documentation.py does for the tests.
_AFTER = """
function remember(value) {
  if (!value || typeof value !== 'object') { return; }
  for (const [name, inner] of Object.entries(value)) {
    if (['order', 'organization'].includes(name) && inner && inner.id) { pm.collectionVariables.set(name, inner.id); }
    remember(inner);
  }
  if (value.kind && value.id) { pm.collectionVariables.set(value.kind, value.id); }
}
remember(pm.response.json().data);
""".strip().splitlines()


def collection() -> str:
    """A collection of requests that Postman, Insomnia and Bruno import; without subscriptions, which need a socket."""
    folders: dict[str, list[Any]] = {}
    for example in examples():
        if not example.is_subscription:
            folders.setdefault(example.heading, []).append(_request(example))
    scripts = [("prerequest", _BEFORE), ("test", _AFTER)]
    whole = {
        "info": {"name": "Control Hub", "description": _ABOUT, "schema": _FORMAT},
        "item": [{"name": heading, "item": requests} for heading, requests in folders.items()],
        "event": [{"listen": at, "script": {"type": "text/javascript", "exec": lines}} for at, lines in scripts],
        "variable": [{"key": key, "value": value} for key, value in _VARIABLES.items()],
    }
    return orjson.dumps(whole, option=orjson.OPT_INDENT_2).decode() + "\n"


def _request(example: Example) -> dict[str, Any]:
    key = [{"key": "Idempotency-Key", "value": "{{$guid}}"}] if example.operation.startswith("mutation") else []
    token = {"key": "token", "value": f"{{{{{example.caller}Token}}}}", "type": "string"}
    variables = orjson.dumps(orjson.loads(example.asked), option=orjson.OPT_INDENT_2).decode()
    return {
        "name": example.name + (f", {example.ends[0]}" if example.ends else ""),
        "request": {
            "method": "POST",
            "header": [{"key": "Content-Type", "value": "application/json"}, *key],
            "auth": {"type": "bearer", "bearer": [token]},
            "url": {"raw": "{{baseUrl}}/graphql", "host": ["{{baseUrl}}"], "path": ["graphql"]},
            "body": {
                "mode": "graphql",
                "graphql": {"query": example.operation, "variables": re.sub(r"<(\w+)>", r"{{\1}}", variables)},
            },
        },
        "response": [],
    }


def released() -> list[tuple[str, GraphQLSchema]]:
    """The schemas that were released, by their versions, the oldest first."""
    files = sorted(RELEASED.glob("*.graphql"), key=_version)
    return [(file.stem, build_schema(file.read_text())) for file in files]


def schema_changelog() -> str:
    """`docs/api/schema-changelog.md`: what each schema has that the one before had not, but for descriptions."""
    versions = [*released(), ("Unreleased", schema._schema)]
    parts = [changes(name, old, new) for (_, old), (name, new) in pairwise(versions)]
    head = (
        "# Changes of the schema\n\nWritten by `make schema` from the schemas of [releases](released); a test compares."
    )
    first, *_ = versions
    return "\n\n".join([head, *reversed(parts), f"## {first[0]}\n\nThe first schema.\n"])


def changes(name: str, old: GraphQLSchema, new: GraphQLSchema) -> str:
    """The part of the changelog about a version."""
    found = find_schema_changes(old, new)
    unseen = {SafeChangeType.DESCRIPTION_CHANGED}
    known = {
        "Breaks programs": [one.description for one in found if isinstance(one, BreakingChange)],
        "Deprecated": _deprecated(new) - _deprecated(old),
        "Added where programs may have counted on all there is": [
            one.description for one in found if isinstance(one, DangerousChange)
        ],
        "Added": [one.description for one in found if isinstance(one, SafeChange) and one.type not in unseen],
    }
    parts = [f"### {title}\n\n{_listed(lines)}" for title, lines in known.items() if lines]
    return "\n\n".join([f"## {name}", *parts])


def _deprecated(of: GraphQLSchema) -> set[str]:
    """Sentences about what is deprecated."""
    found = set[str]()
    for type_name, type_ in of.type_map.items():
        parts = getattr(type_, "fields", None) or getattr(type_, "values", None) or {}
        for name, part in parts.items():
            told = [(f"{type_name}.{name}", part)]
            told += [(f"{type_name}.{name}({key}:)", one) for key, one in getattr(part, "args", {}).items()]
            found |= {f"{path}: {one.deprecation_reason}" for path, one in told if one.deprecation_reason}
    return found


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in sorted(lines))


def _version(file: Path) -> list[int]:
    return [int(part) for part in file.stem.split(".")]


def write() -> None:
    """Write all of them."""
    CLIENTS.mkdir(exist_ok=True)
    OPERATIONS.write_text(operations())
    COLLECTION.write_text(collection())
    CHANGES.write_text(schema_changelog())


if __name__ == "__main__":
    write()
