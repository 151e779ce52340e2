"""What is written about the product: complete, and silent about the machines that it is made on."""

import ast
import fnmatch
import os
import re
import subprocess
from dataclasses import fields
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from backend.settings import Settings
from tests.sources import parsed

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SETTINGS = {field.name.upper() for field in fields(Settings)}
PYTHON = sorted(path for folder in ("backend", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py"))

# Places of one machine, and addresses of package registries, which every machine has its own of.
FORBIDDEN = re.compile(
    "|".join(
        [
            r"(?<![\w/.])/(?:work|root|tmp/\w+)/",
            r"\.\./shared\b",
            r"(?:files\.python" + r"hosted|pypi\.(?:org|python))",
            r"registry\.(?:npm" + r"js|yarn" + r"pkg)",
            r"proxy\.gol" + r"ang",
        ]
    )
)


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def settings_table() -> dict[str, str]:
    """The rows of the README's table of settings: name and what stands in its last column."""
    rows = re.findall(r"^\|\s*`([A-Z_]+)`.*\|\s*([^|]+?)\s*\|\s*$", README.read_text("utf-8"), re.MULTILINE)
    return dict(rows)


def make_targets() -> dict[str, str]:
    """The commands of the Makefile, and what `make` says about them."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = " ".join(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)).split()
    said = dict(re.findall(r"^([a-z-]+):.*## (.+)$", makefile, re.MULTILINE))
    return {target: said.get(target, "") for target in phony}


def test_the_readme_has_one_sentence_about_every_setting() -> None:
    table = settings_table()
    assert set(table) == SETTINGS
    for name, sentence in table.items():
        assert re.fullmatch(r"[A-Z`].+[.]", sentence), name
        assert not re.search(r"[.] [A-Z]", sentence), f"{name}: more than one sentence"


def test_make_lists_every_command() -> None:
    targets = make_targets()
    assert {"setup", "run", "test", "check", "bench", "lighthouse", "schema"} <= set(targets)
    assert all(targets.values())
    shown = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert all(re.search(rf"make {re.escape(target)}\s+\S", shown) for target in targets)


def test_another_port_is_where_it_serves_and_where_links_lead() -> None:
    environment = {name: value for name, value in os.environ.items() if name not in {"PORT", "PUBLIC_URL"}}

    def planned(*words: str, **more: str) -> str:
        command, own = ["make", "--print-data-base", "--dry-run", "run", *words], environment | more
        return subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=True).stdout

    usual, other = planned(), planned("PORT=8137")
    assert "serve\n" in usual
    assert "run: PUBLIC_URL" not in usual
    assert "serve --port 8137\n" in other
    assert "run: PUBLIC_URL = http://127.0.0.1:$(PORT)" in other
    assert "run: PUBLIC_URL" not in planned("PORT=8137", PUBLIC_URL="https://hub.example")


def test_the_readme_names_every_make_command() -> None:
    readme = README.read_text("utf-8")
    assert {target for target in make_targets() if target != "help" and f"make {target}" not in readme} == set()


# Addresses of the server begin with a stroke, and what a reader puts in is in capitals: neither is the path of a file.
NAMED_PATH = re.compile(
    r"[a-z][\w.*-]*(?:/[\w.*-]*)+|(?:[a-z][\w-]*|[A-Z]+(?=\.md))\.(?:graphql|json|md|po|py|toml|tsx?)", re.ASCII
)
ROOTS = ("", "backend/", "frontend/", "frontend/src/", "*/")  # of a whole path, and of one within its part


def named_paths(document: Path) -> set[str]:
    """The files and folders that a document names, in its links and as code; `*` stands for any."""
    text = document.read_text("utf-8")
    code = " ".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL)).replace("`", " ")
    words = {word.rstrip(",;:") for word in code.split()} | set(re.findall(r"\]\(([^)#]+)", text))
    return {word for word in words if NAMED_PATH.fullmatch(word)}


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_file_that_a_document_names_is_there(name: str) -> None:
    files = [path.relative_to(ROOT).as_posix() for path in tracked_files()]
    there = {*files, *(f"{folder}/" for file in files for folder in map(str, Path(file).parents))}
    missing = {
        path
        for path in named_paths(ROOT / name)
        if not any(fnmatch.filter(there, f"{root}{path}") or f"{root}{path}/" in there for root in ROOTS)
    }
    assert missing == set()


def test_every_module_begins_with_a_sentence_about_it() -> None:
    docstrings = {path: ast.get_docstring(parsed(path)) or "" for path in PYTHON}
    silent = [path for path, text in docstrings.items() if not text.split("\n\n")[0].endswith((".", "?", ":"))]
    assert silent == []


def test_a_message_has_one_german() -> None:
    seen: dict[str, object] = {}
    for path in sorted((ROOT / "backend" / "locales" / "de").glob("*.po")):
        for message in read_po(BytesIO(path.read_bytes()), locale="de"):
            key = message.id if isinstance(message.id, str) else message.id[0]
            if key:
                assert seen.setdefault(key, message.string) == message.string, f"{key} in {path.name}"
    assert seen


def test_no_file_holds_both_sides_of_a_conflict() -> None:
    sides = re.compile(rb"^(?:<{7} |>{7} )", re.MULTILINE)
    assert [path for path in tracked_files() if sides.search(path.read_bytes())] == []


def test_no_file_names_a_place_of_one_machine() -> None:
    contents = {path: path.read_bytes() for path in tracked_files()}
    texts = {path: content.decode("utf-8") for path, content in contents.items() if b"\0" not in content[:8000]}
    found = {str(path): FORBIDDEN.findall(text) for path, text in texts.items() if FORBIDDEN.search(text)}
    assert texts
    assert found == {}
