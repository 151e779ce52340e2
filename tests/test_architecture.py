"""Which module may import which, in the back end and in the front end."""

import ast
import re
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path
from sys import stdlib_module_names

import pytest
from tortoise import Model

from backend import models
from tests.sources import BACKEND, ROOT, nodes, parsed

FRONTEND = ROOT / "frontend" / "src"

LEAVES = {
    "accept",
    "clock",
    "correlation",
    "database",
    "bidi_isolation",
    "entered_text",
    "foreign_text",
    "ids",
    "language",
    "refusals",
    "settings",
    "sql",
    "timeouts",
    "tracing",
}
BELOW_WEB = LEAVES | {
    "bounces",
    "connectors",
    "events",
    "limits",
    "mail",
    "models",
    "outbox",
    "pdf",
    "provisioning",
    "reference",
    "summaries",
    "txt_records",
    "webhook_addresses",
}

# Each part of backend/, and the other parts that it may import.
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "accept": set(),
    "clock": set(),
    "correlation": set(),
    "database": {"tracing"},
    "ids": set(),
    "sql": {"database"},
    "metrics": set(),
    "timeouts": set(),
    "tracing": {"correlation", "settings"},
    "engines": {"clock", "timeouts"},
    "replica": {"database", "engines", "metrics"},
    "foreign_text": set(),
    "refusals": set(),
    "bidi_isolation": set(),
    "language": {"accept", "bidi_isolation"},
    "public_url": set(),
    "settings": {"clock", "public_url"},
    "models": LEAVES,
    "entered_text": set(),
    "reference": {"entered_text", "language", "refusals"},
    "outbox": LEAVES | {"models"},
    "events": LEAVES | {"engines", "models"},
    "limits": LEAVES | {"models"},
    "connectors": LEAVES | {"models"},
    "mail": LEAVES | {"models", "reference"},
    "pdf": LEAVES | {"models", "reference"},
    "provisioning": LEAVES | {"limits", "models", "outbox", "reference", "txt_records", "webhook_addresses"},
    "txt_records": {"models"},
    "webhook_addresses": set(),
    "webhook_requests": {"foreign_text", "txt_records", "webhook_addresses"},
    "bounces": LEAVES | {"events", "mail", "provisioning"},
    "summaries": LEAVES | {"models", "pdf", "provisioning", "reference"},
    "worker": BELOW_WEB | {"metrics", "resolvers", "webhook_requests"},
    "migrate": {"clock", "database", "provisioning", "timeouts"},
    "backup": LEAVES | {"migrate", "models"},
    "doctor": LEAVES | {"mail", "models", "replica", "web"},
    "erasure": LEAVES | {"backup", "models", "provisioning"},
    "graphql_server": {"accept", "clock", "correlation", "limits", "metrics", "settings", "tracing"},
    "schema": LEAVES | {"graphql_server", "models", "provisioning", "reference", "replica"},
    "resolvers": (BELOW_WEB - {"bounces", "connectors", "mail", "pdf", "summaries"})
    | {"graphql_server", "metrics", "replica", "schema"},
    "web": BELOW_WEB | {"graphql_server", "metrics", "replica", "resolvers", "schema", "worker"},
    "demo": BELOW_WEB | {"worker"},
    "commands": BELOW_WEB | {"backup", "demo", "doctor", "erasure", "migrate", "resolvers", "schema", "web", "worker"},
    "__main__": {"commands"},
}

# What the vocabulary may know of the rules: the rows that they read and what follows from them, no transition.
READ_BY_SCHEMA = {
    "token_lists",
    "access",
    "administrators",
    "batch_rows",
    "domain_proofs",
    "dossier",
    "finder",
    "history",
    "journey",
    "landing",
    "mail_domains",
    "mails",
    "merges",
    "order_access",
    "order_check",
    "partner_access",
    "order_events",
    "order_lists",
    "saved_views",
    "reminder_rhythm",
    "typed_steps",
    "organization_access",
    "organization_contents",
    "organization_match",
    "paging",
    "requirements",
    "service_plan",
    "site_states",
    "terms",
    "timeline",
    "triage",
    "validation",
    "view_as",
    "webhook_messages",
    "webhooks",
}

# What the rules know nothing of, and where it may be known.
ONLY_IN = {
    "strawberry": {"graphql_server", "schema", "resolvers", "web"},
    "graphql": {"graphql_server", "schema", "resolvers", "web"},
    "starlette": {"graphql_server", "web", "settings"},
    "uvicorn": {"web", "commands"},
    "click": {"commands"},
    "aiosmtplib": {"mail"},
    "flufl": {"mail"},
    "dns": {"txt_records", "webhook_requests"},
    "httpcore2": {"webhook_requests"},
    "opentelemetry": {"tracing"},
    "xhtml2pdf": {"pdf"},
}

# Used when a mail's layout is written, not when it is sent.
DEVELOPMENT_ONLY = {"mrml"}

# Each folder of frontend/src/, and the others that it may import: one way, from the application down to what is shared.
FRONTEND_MAY_IMPORT: dict[str, set[str]] = {
    "app": {"pages", "steps", "ui", "lib", "gql", "messages"},
    "pages": {"location", "acts", "ui", "lib", "gql"},
    "steps": {"location", "acts", "ui", "lib", "gql"},
    "acts": {"ui", "lib", "gql"},
    "location": {"ui", "lib", "gql"},
    "ui": {"lib", "gql"},
    "lib": {"gql", "messages"},
    "gql": set(),
    "messages": set(),
}

MODULES = sorted(path for path in BACKEND.rglob("*.py") if "migrations" not in path.parts)
NAMES = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in MODULES}


def part_of(path: Path) -> str:
    return path.relative_to(BACKEND).with_suffix("").parts[0]


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The dotted names that import statements name; of `from a import b` both a and a.b, as b may be a module."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def distribution_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def listed(requirements: str) -> set[str]:
    lines = (ROOT / requirements).read_text("utf-8").splitlines()
    return {distribution_name(line.split()[0]) for line in lines if line and not line.startswith("#")}


def test_a_part_imports_only_what_the_table_allows() -> None:
    wrong = set()
    for path in MODULES:
        part = part_of(path)
        assert part in MAY_IMPORT, f"{part} has no row in the table"
        names = [name.split(".") for name in imported(nodes(path))]
        others = {name[1] for name in names if name[0] == "backend" and len(name) > 1} - {part}
        wrong |= {f"{path.relative_to(ROOT)} imports {other}" for other in others - MAY_IMPORT[part]}
    assert wrong == set()


def test_the_vocabulary_knows_no_transition() -> None:
    names = {name for path in (BACKEND / "schema").rglob("*.py") for name in imported(nodes(path))}
    modules = {name.split(".")[2] for name in names if name.startswith("backend.provisioning.")}
    assert modules <= READ_BY_SCHEMA


STATEMENT = re.compile(r"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\s.*\b(FROM|VALUES|SET|AS)\b", re.DOTALL)
EDGE = [path for path in MODULES if part_of(path) in {"resolvers", "schema"}]


def test_what_is_read_and_written_is_a_rule_so_resolvers_and_types_hold_no_sql_and_ask_no_table() -> None:
    """They open transactions and call the rules; of the models they know the words, not the tables."""
    tables = {name for name, value in vars(models).items() if isinstance(value, type) and issubclass(value, Model)}
    assert {found for path in EDGE for found in asked(path, tables)} == set()


def asked(path: Path, tables: set[str]) -> Iterator[tuple[Path, str]]:
    """What a file of the edge asks the database itself."""
    wrong = list[str]()
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and STATEMENT.match(node.value):
            wrong.append(node.value)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "database" and node.attr != "transaction":
            wrong.append(ast.unparse(node))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("backend.models"):
            wrong += [alias.name for alias in node.names if alias.name in tables]
        if isinstance(node, ast.ImportFrom) and node.module == "backend.database":
            wrong.append(ast.unparse(node))
    return ((path.relative_to(ROOT), one) for one in wrong)


# Who works on the database itself and not only with what it holds: these may ask which of the two it is.
ASK_WHICH_DATABASE = {
    "backup",
    "database",
    "demo",
    "doctor",
    "engines",
    "erasure",
    "events",
    "migrate",
    "replica",
    "sql",
}
OF_ONE_DATABASE = re.compile(
    r"\b(json_\w+|jsonb\w*|row_to_json|pg_\w+|FOR UPDATE|FOR NO KEY UPDATE|SKIP LOCKED|ON COMMIT|PRAGMA|ANALYZE"
    r"|LEAST|GREATEST|ILIKE|enable_seqscan)\b|\$\d+::|= ANY\("
)
RULES = [path for path in MODULES if part_of(path) not in ASK_WHICH_DATABASE]


def test_rules_are_the_same_on_both_databases_and_what_differs_is_spelled_in_one_module() -> None:
    wrong = []
    for path, node in ((rule, node) for rule in RULES for node in nodes(rule)):
        if isinstance(node, ast.Attribute | ast.alias):
            name = node.attr if isinstance(node, ast.Attribute) else node.name
            wrong += [(path, name)] if name in {"dialect", "capabilities"} else []
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and OF_ONE_DATABASE.search(node.value):
            wrong.append((path, node.value))
    assert wrong == []


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_of_the_edge_is_known_at_the_edge_only(library: str) -> None:
    users = {part_of(path) for path in MODULES if library in {name.split(".")[0] for name in imported(nodes(path))}}
    assert users <= ONLY_IN[library]


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {
        name: {other for other in imported(parsed(path).body) if other in NAMES} - {name, "backend"}
        for name, path in NAMES.items()
    }
    assert len(list(TopologicalSorter(graph).static_order())) == len(NAMES)


def test_everything_that_is_imported_is_a_requirement() -> None:
    distributions = packages_distributions()
    used = {name.split(".")[0] for path in MODULES for name in imported(nodes(path))}
    foreign = used - stdlib_module_names - {"backend"} - DEVELOPMENT_ONLY
    missing = {
        name for name in foreign if not {distribution_name(d) for d in distributions[name]} & listed("requirements.in")
    }
    assert missing == set()


def frontend_modules() -> list[Path]:
    return sorted(path for path in FRONTEND.rglob("*.ts*") if "gql" not in path.relative_to(FRONTEND).parts[:1])


def frontend_imports(path: Path) -> Iterator[Path]:
    """The files of ours that a module imports, without their endings."""
    found = re.findall(r"""(?:from|import)\s*\(?\s*["'](\.[^"']*)["']""", path.read_text("utf-8"))
    return ((path.parent / name).resolve() for name in found)


def wizard_pages() -> set[str]:
    """The folders of steps/ that hold a page of the wizard, which bears their name; others hold what pages share."""
    folders = [path for path in (FRONTEND / "steps").iterdir() if path.is_dir()]
    return {folder.name for folder in folders if (folder / f"{folder.name}.tsx").is_file()}


def unit_of(path: Path, pages: set[str]) -> tuple[str, str]:
    """The folder that the table speaks of, and below steps/ the page. Pages of the wizard know nothing of each other,
    only of what they share.
    """
    folder, unit = (*path.relative_to(FRONTEND).parts, "")[:2]
    return (folder, unit) if folder == "steps" and unit in pages else (folder, "")


def test_the_front_end_imports_one_way() -> None:
    modules = [path for path in frontend_modules() if path.parent != FRONTEND]
    pages = wizard_pages()
    assert modules
    assert pages
    wrong = []
    for path in modules:
        here = unit_of(path, pages)
        for target in frontend_imports(path):
            there = unit_of(target, pages)
            beside = there[0] == here[0] and "" in {here[1], there[1]}
            if there != here and not beside and there[0] not in FRONTEND_MAY_IMPORT[here[0]]:
                wrong.append(f"{path.relative_to(FRONTEND)} imports {target.relative_to(FRONTEND)}")
    assert wrong == []


def test_the_front_end_has_no_barrels() -> None:
    barrels = [
        path for path in frontend_modules() if re.search(r"^export \* from", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert barrels == []


PHYSICAL = re.compile(r"\b(left|right)\b")
FOUR_SIDES = re.compile(r"(?:margin|padding|inset|border-radius|border-width): *(\S+) +(\S+) +(\S+) +(\S+);")


def test_stylesheets_say_start_and_end_so_that_they_turn_with_the_direction_of_the_text() -> None:
    wrong = []
    for path in sorted(FRONTEND.rglob("*.css")):
        for line in path.read_text("utf-8").splitlines():
            sides = FOUR_SIDES.search(line)
            if PHYSICAL.search(line) or (sides and sides[2] != sides[4]):
                wrong.append(f"{path.relative_to(FRONTEND)}: {line.strip()}")
    assert wrong == []
