"""The clients and the collection for integrators: they are made from the schema and the examples, and they work."""

import os
import re
import subprocess
from pathlib import Path

import orjson
import pytest
from graphql import build_schema, parse
from graphql.validation import validate
from starlette.applications import Starlette

from backend import clock
from backend.models.organization import Organization
from backend.provisioning import tokens
from backend.resolvers.schema import schema
from tests.api_clients import CHANGES, CLIENTS, COLLECTION, OPERATIONS, changes, collection, schema_changelog
from tests.api_examples import ROOT, operations
from tests.live import Live
from tests.product import Product

PYTHON = CLIENTS / "python" / ".venv" / "bin"
SCOPES = ["orders:read", "orders:write", "organizations:read"]


def test_what_is_written_is_up_to_date() -> None:
    assert OPERATIONS.read_text() == operations(), "run make schema"
    assert COLLECTION.read_text() == collection(), "run make schema"
    assert CHANGES.read_text() == schema_changelog(), "run make schema"


def test_operations_have_names_and_are_valid() -> None:
    document = parse(OPERATIONS.read_text())
    assert validate(schema._schema, document) == []


def test_the_collection_has_a_request_for_each_example_and_variables_for_all_that_it_names() -> None:
    found = orjson.loads(COLLECTION.read_text())
    requests = [item["request"] for folder in found["item"] for item in folder["item"]]
    named = set(re.findall(r"\{\{(\w+)\}\}", COLLECTION.read_text()))
    assert named == {variable["key"] for variable in found["variable"]}
    for request in requests:
        body = request["body"]["graphql"]
        assert validate(schema._schema, parse(body["query"])) == []
        assert isinstance(orjson.loads(body["variables"]), dict)
    assert len(requests) > len(parse(OPERATIONS.read_text()).definitions) - 2


def test_the_changelog_tells_of_what_is_gone_deprecated_and_new() -> None:
    old = build_schema("type Query { gone: Int kept: Kind } enum Kind { ONE }")
    new = build_schema('type Query { kept: Kind @deprecated(reason: "Use new.") new: Int } enum Kind { ONE TWO }')
    told = changes("2.0.0", old, new)
    assert re.findall(r"^[#-].*", told, re.MULTILINE) == [
        "## 2.0.0",
        *("### Breaks programs", "- Field Query.gone was removed."),
        *("### Deprecated", "- Query.kept: Use new."),
        *("### Added where programs may have counted on all there is", "- Enum value Kind.TWO was added."),
        *("### Added", "- Field Query.new was added."),
    ]


@pytest.mark.slow
def test_the_clients_are_generated_from_the_schema(tmp_path: Path) -> None:
    source, target = CLIENTS / "python", tmp_path / "python"
    target.mkdir()
    config = (source / "pyproject.toml").read_text().replace('"../', f'"{source}/../')
    (target / "pyproject.toml").write_text(config)
    environment = {**os.environ, "PATH": f"{PYTHON}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(source)}
    subprocess.run([PYTHON / "ariadne-codegen"], cwd=target, env=environment, check=True, stdout=subprocess.DEVNULL)
    assert files(source / "control_hub_client") == files(target / "control_hub_client"), "run make schema"
    frontend = tmp_path / "frontend"
    program = ROOT / "frontend" / "node_modules" / ".bin" / "graphql-codegen"
    environment = {**os.environ, "CODEGEN_INTO": str(frontend)}
    subprocess.run([program, "--silent"], cwd=ROOT / "frontend", env=environment, check=True)
    for folder in ("frontend/src/gql", "clients/typescript/generated"):
        assert (ROOT / folder / "graphql.ts").read_text() == (tmp_path / folder / "graphql.ts").read_text(), folder


def files(folder: Path) -> dict[str, str]:
    """What was generated into a folder."""
    return {path.name: path.read_text() for path in folder.glob("*.py")}


async def prepared() -> dict[str, str]:
    """The tokens of a seller and of the partner North."""
    await Product(Starlette()).directory()
    north = await Organization.get(external_id="North")
    admin = "admin@north.example"
    own = await tokens.create("Sync", SCOPES, clock.now(), organization_id=north.id, created_by=admin)
    seller = await tokens.create("Cloud Sales", SCOPES[:2], clock.now())
    return {"SELLER_TOKEN": seller, "PARTNER_TOKEN": own, "PARTNER": "North", "PARTNER_DOMAIN": "north.example"}


@pytest.mark.slow
def test_the_examples_of_the_clients_complete_an_order(fresh_sqlite: str) -> None:
    programs = {"PY-1": f"{PYTHON}/python python/example.py", "TS-1": "node typescript/example.ts"}
    with Live(fresh_sqlite) as live:
        settings = live.prepare(prepared())
        live.start()
        environment = {**os.environ, **settings, "CONTROL_HUB": live.address}
        for number, program in programs.items():
            command = [*program.split(), number]
            done = subprocess.run(command, check=False, cwd=CLIENTS, env=environment, capture_output=True, text=True)
            assert (done.returncode, done.stderr) == (0, "")
            assert "COMPLETED" in done.stdout
            unknown = {**environment, "SELLER_TOKEN": "chub_unknown"}
            done = subprocess.run(command, check=False, cwd=CLIENTS, env=unknown, capture_output=True, text=True)
            assert done.returncode == 1
            assert "UNAUTHENTICATED" in done.stderr
