"""The commands that bring organizations in and out."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend import commands
from backend.settings import settings
from tests.provisioning.finder.world import World


@pytest.fixture(autouse=True)
def on_the_database(fresh: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The commands read the database from the environment."""
    monkeypatch.setenv("DATABASE_URL", fresh)
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_a_bad_line_stops_an_import_or_is_skipped_and_what_came_in_goes_out(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    world = World()
    world.organization("Acme", claimed=["BÜCHER.de"], users=1, at="bücher.de", seen=3)
    good = [json.dumps(row, ensure_ascii=False) for row in world.rows]
    path = tmp_path / "organizations.jsonl"
    path.write_text("\n".join([good[0], "{", *good[1:]]))
    assert commands.main(["import-organizations", str(path)]) == 1
    assert capsysbinary.readouterr().err.decode().startswith("provisioning: line 2: ")
    assert commands.main(["import-organizations", str(path), "--skip-invalid"]) == 0
    told = capsysbinary.readouterr()
    assert told.out.decode() == "1 organizations, 1 domains, 1 users; 1 changed\n"
    assert told.err.decode().startswith("line 2: ")
    assert commands.main(["export-organizations"]) == 0
    exported = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    user = world.rows[2] | {"email": "user0.acme@xn--bcher-kva.de"}
    assert exported == [*world.rows[:2], user]


def test_what_is_no_file_brings_nothing_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, wrong in ((tmp_path, "Is a directory"), (tmp_path / "gone", "No such file or directory")):
        assert commands.main(["import-organizations", str(path)]) == 1
        assert capsys.readouterr().err == f"provisioning: {path}: {wrong}\n"


def test_a_mail_domain_is_told_and_corrected(capsys: pytest.CaptureFixture[str]) -> None:
    def said(*arguments: str) -> tuple[int, str]:
        code = commands.main(["mail-domain", *arguments])
        told = capsys.readouterr()
        return code, told.out + told.err

    assert said("gmx.de")[1].startswith("gmx.de FREE_MAIL (gmx.de: ")
    code, told = said("gmx.de", "--kind", "company", "--reason", "They bought it.")
    assert code == 0
    assert told.startswith("gmx.de COMPANY (correction of gmx.de; ")
    assert told.endswith(": They bought it.)\n")
    assert said("gmx.de", "--kind", "lists", "--reason", "Back.")[1].startswith("gmx.de FREE_MAIL (gmx.de: ")
    assert said("gmx.de", "--kind", "lists", "--reason", "Again.")[0] == 1
    assert said("gmx.de", "--kind", "shared") == (1, "provisioning: --kind and --reason go together\n")
    assert said("no domain")[0] == 1
