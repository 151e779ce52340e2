"""Another language is its catalogues and a line; a missing message stops the build."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bundle import FRONTEND

ROOT = FRONTEND.parent
NODE = Path(sys.executable).with_name("node")
NPM = Path(sys.executable).with_name("npm")
ASK = "from backend.language import *;print(LANGUAGES, choose('fr-CH'), supported('fr_FR'), text('fr', 'Order number'))"
DATED = "from datetime import date; from backend.mail.letter import day; print(day('fr', date(2026, 12, 19)))"


def test_a_folder_of_catalogues_is_a_language_of_the_server(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "backend", tmp_path / "backend", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(tmp_path / "backend/locales/de", tmp_path / "backend/locales/fr")
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, '.'); {ASK}; {DATED}"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert said == "('en', 'de', 'fr') fr fr Bestellnummer\n19 décembre 2026 (UTC)\n"


@pytest.mark.slow
def test_a_line_and_its_catalogues_are_a_language_of_the_application_and_a_missing_message_stops_its_build(
    tmp_path: Path,
) -> None:
    copy = tmp_path / "frontend"
    shutil.copytree(FRONTEND, copy, ignore=shutil.ignore_patterns("node_modules", "dist"))
    (copy / "node_modules").symlink_to(FRONTEND / "node_modules")
    shutil.copy(ROOT / "schema.graphql", tmp_path)
    table = copy / "src/lib/languages.ts"
    line = '  fr: { name: "Français", region: "fr-FR", direction: "ltr" },\n'
    table.write_text(re.sub(r"(?m)^(  de: .*\n)", rf"\1{line}", table.read_text("utf-8")), "utf-8")
    catalogues = [path.with_name("fr.po") for path in copy.glob("src/messages/*/de.po")]
    for path in catalogues:
        shutil.copy(path.with_name("de.po"), path)
    built = build(copy)
    assert built.returncode == 0, built.stdout + built.stderr
    assert any("Français" in path.read_text("utf-8") for path in copy.glob("dist/assets/*.js"))

    path = catalogues[0]
    path.write_text(re.sub(r'(?m)^msgstr "[^"]+"$', 'msgstr ""', path.read_text("utf-8"), count=1), "utf-8")
    failed = build(copy)
    assert failed.returncode != 0
    assert "Missing" in failed.stdout + failed.stderr


def build(frontend: Path) -> subprocess.CompletedProcess[str]:
    """Build the application as `make setup` does, but compress nothing: that takes three times as long as the rest."""
    return subprocess.run([NODE, NPM, "run", "bundle"], check=False, cwd=frontend, capture_output=True, text=True)
