"""Import and export of organizations."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend import database
from backend.models.organization import DomainState, Organization, OrganizationDomain, OrganizationUser
from backend.provisioning.finder.deciding import Outcome
from backend.provisioning.finder.matching import match
from backend.provisioning.finder.transfer import Imported, ImportFailed, export_organizations, import_organizations
from tests.evaluation.differential import entangled
from tests.provisioning.finder.world import AT, TODAY, World, load_rows, names, question_for

pytestmark = pytest.mark.usefixtures("db")


async def exported() -> list[dict[str, object]]:
    return [json.loads(line) async for line in export_organizations()]


def small_world() -> World:
    world = World()
    world.organization("Old", verified=["old.com"], status="merged", merged_into="New", users=2, at="old.com", seen=3)
    world.organization("New", claimed=["BÜCHER.de"], pending=["new.com"], users=2, at="new.com", seen=None)
    world.organization("Pool", pool=True, roles=["customer", "partner"])
    return world


async def test_what_was_imported_is_exported_line_by_line() -> None:
    world = small_world()
    world.rows[0]["business_vertical"] = "RETAIL"
    await world.load()
    by_text = {json.dumps(row, sort_keys=True) for row in world.rows}
    assert {json.dumps(row, sort_keys=True) for row in await exported()} == by_text


async def test_the_rows_may_come_in_any_order() -> None:
    world = small_world()
    world.rows.reverse()
    assert (await world.load()).skipped == []
    found = await match(question_for("bob@old.com"), AT)
    assert names(found) == ["New"]


async def test_importing_again_updates_and_never_doubles() -> None:
    world = small_world()
    await world.load()
    assert (await world.load()).changed == 0
    counts = [await model.all().count() for model in (Organization, OrganizationDomain, OrganizationUser)]
    assert counts == [3, 3, 4]
    world.rows[0] |= {"status": "active", "merged_into": None}
    await world.load()
    assert names(await match(question_for("bob@old.com"), AT)) == ["Old"]


async def test_wrong_lines_are_told_by_their_number_and_nothing_is_imported() -> None:
    world = small_world()
    good = len(world.rows)
    world.rows += [
        {"type": "domain", "org": "Nobody", "domain": "acme.com", "state": "verified"},
        {"type": "domain", "org": "New", "domain": "no domain", "state": "verified"},
        {
            "type": "user",
            "org": "New",
            "email": "no-at-sign",
            "status": "active",
            "admin": False,
            "last_active_day": None,
        },
        {"type": "org", "id": "Bad", "name": "Bad"},
        {"type": "domain", "org": "Pool", "domain": "bücher.de", "state": "claimed"},
        {"type": "unheard"},
        world.rows[0] | {"business_vertical": "x" * 49},
    ]
    with pytest.raises(ImportFailed) as failed:
        await world.load()
    assert [error.line for error in failed.value.errors] == list(range(good + 1, good + 8))
    assert str(failed.value).startswith(
        f"line {good + 1}: there is no organization Nobody; line {good + 2}: not a domain"
    )
    assert "claimed by organization New" in str(failed.value.errors[4])
    assert await Organization.all().count() == 0
    done = await world.load(skip_invalid=True)
    assert [error.line for error in done.skipped] == list(range(good + 1, good + 8))
    assert await Organization.all().count() == 3


async def test_names_and_countries_are_taken_and_refused_as_the_api_does() -> None:
    world = small_world()
    first = world.rows[0]
    good = [first | {"country": "UK", "name": "\ufeffAcme\tUK\u200b"}, first | {"id": "Kosovo", "country": "xk"}]
    bad = [first | {"country": code} for code in ("ZZ", "EU", "Germany", "")]
    bad += [first | {"name": name} for name in ("Ac\u202eme", "Ac\x00me", "\u3164", " ", "x" * 201)]
    count = len(world.rows) + len(good)
    world.rows += [*good, *bad]
    done = await world.load(skip_invalid=True)
    assert [error.line for error in done.skipped] == [count + 1 + at for at in range(len(bad))]
    assert done.skipped[0].message == "not a country code: 'ZZ'"
    found = {row.external_id: (row.display_name, row.country) for row in await Organization.all()}
    assert found[str(first["id"])] == ("Acme UK", "GB")
    assert found["Kosovo"][1] == "XK"


async def test_what_is_no_json_or_no_text_is_a_wrong_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_bytes(b'{"type": "query", "id": 1}\n\n{"type": \n\xff\xfe\n[]\n')
    with pytest.raises(ImportFailed) as failed:
        async with database.transaction():
            await import_organizations(path, AT)
    assert [error.line for error in failed.value.errors] == [3, 4, 5]


async def test_progress_ends_at_the_size_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(small_world().rows[-1]) + "\n")
    seen: list[tuple[int, int]] = []
    async with database.transaction():
        await import_organizations(path, AT, progress=lambda done, size: seen.append((done, size)))
    assert seen[-1] == (path.stat().st_size, path.stat().st_size)


async def test_a_claim_moves_with_one_file_and_is_free_after_its_holder_is_deleted() -> None:
    world = World()
    world.organization("One", claimed=["acme.com"])
    world.organization("Two", verified=["acme.com"])
    await world.load()
    world.rows[1]["state"], world.rows[3]["state"] = "verified", "claimed"
    await world.load()
    assert names(await match(question_for("bob@acme.com"), AT)) == ["Two", "One"]
    world.rows[2]["status"] = "deleted"
    world.organization("Three", claimed=["acme.com"])
    await world.load()
    assert names(await match(question_for("bob@acme.com"), AT)) == ["Three", "One"]


async def test_an_organization_that_comes_back_proves_its_claim_anew() -> None:
    world = World()
    world.organization("One", claimed=["acme.com"], status="deleted")
    world.organization("Two", claimed=["acme.com"])
    await world.load()
    await load_rows([world.rows[0] | {"status": "active"}])
    domains = await OrganizationDomain.all().order_by("organization_id")
    assert [domain.state for domain in domains] == [DomainState.VERIFIED, DomainState.CLAIMED]


async def test_organizations_merged_in_a_circle_are_refused() -> None:
    world = World()
    world.organization("One", status="merged", merged_into="Two")
    world.organization("Two", status="merged", merged_into="One")
    with pytest.raises(ImportFailed, match="merged into itself"):
        await world.load()


async def test_of_two_lines_about_a_user_the_active_one_counts() -> None:
    world = World()
    world.organization("Acme")
    world.user("Acme", "ann@acme.com")
    world.user("Acme", "ANN@acme.com", status="deleted")
    await world.load()
    assert (await match(question_for("ann@acme.com"), AT)).outcome is Outcome.EXACT


async def loaded(path: Path, *, skip_invalid: bool = False) -> Imported:
    async with database.transaction():
        return await import_organizations(path, AT, skip_invalid=skip_invalid)


async def test_an_export_imported_elsewhere_is_exported_byte_by_byte(tmp_path: Path) -> None:
    path = tmp_path / "exported.jsonl"
    await load_rows(entangled(5, 150, TODAY).rows)
    lines = [line async for line in export_organizations()]
    path.write_bytes(b"".join(lines))
    assert (await loaded(path)).changed == 0
    assert [line async for line in export_organizations()] == lines
    for table in ("finder_entry", "organization_activity", "organization_user", "organization_domain", "organization"):
        await database.execute(f"DELETE FROM {table}")
    assert (await loaded(path)).skipped == []
    assert [line async for line in export_organizations()] == lines


async def test_files_of_other_systems_are_read(tmp_path: Path) -> None:
    path = tmp_path / "windows.jsonl"
    lines = [json.dumps(row) for row in small_world().rows]
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join([*lines, "", *lines]).encode())
    done = await loaded(path)
    assert (done.organizations, done.skipped) == (6, [])
    assert await Organization.all().count() == 3
    path.write_bytes(b"")
    assert (await loaded(path)).organizations == 0


async def test_a_line_that_is_too_long_is_a_wrong_line(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    good = json.dumps(small_world().rows[-1])
    path.write_text(f'{good}\n{{"type": "org", "name": "{"x" * 3_000_000}\n{good}\n"{"y" * 200_000}')
    done = await loaded(path, skip_invalid=True)
    assert [(error.line, error.message) for error in done.skipped] == [
        (2, "a line has at most 65536 bytes"), (4, "a line has at most 65536 bytes"),
    ]  # fmt: skip
    assert done.organizations == 2


def values() -> st.SearchStrategy[object]:
    """What may stand in a field of a line, right or wrong."""
    odd = ["", " ", "a", "x" * 300, "\x00", "a\x00b", "\ud800", "ann@acme.com", "acme.com", "NEW", "active", "merged"]
    numbers = [-1, 0, 7, 2**31, 2**63, 2**70, 10**400, -(10**9), 3_000_000, 0.5]
    return st.sampled_from([*odd, *numbers, None, True, [], ["partner"], ["partner", "partner"], {}])


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(changes=st.lists(st.tuples(st.integers(0, 11), st.integers(0, 8), values()), min_size=1, max_size=6))
async def test_whatever_a_line_says_it_is_taken_or_told_by_its_number(
    changes: list[tuple[int, int, object]], tmp_path: Path
) -> None:
    rows = small_world().rows
    rows[0]["business_vertical"] = "RETAIL"
    for place, column, value in changes:
        row = rows[place % len(rows)]
        row[list(row)[column % len(row)]] = value
    path = tmp_path / "odd.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = await loaded(path, skip_invalid=True)
    assert all(1 <= error.line <= len(rows) and error.message for error in done.skipped)
    assert (await loaded(path, skip_invalid=True)).changed == 0
