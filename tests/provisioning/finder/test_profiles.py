"""What the index keeps beside each entry: all that the finder tells, however much there is to tell."""

import random

from backend import database
from backend.migrate import migrate
from backend.provisioning.finder.matching import match
from tests.provisioning.finder.world import AT, World, question_for


async def test_an_organization_with_more_domains_than_an_entry_holds_is_shown_with_all_of_them(db: str) -> None:
    world = World()
    world.organization("Few", verified=["acme.com"], claimed=["few.com"])
    many = [f"a-rather-long-name-of-a-domain-{number}.com" for number in range(60)]
    world.organization("Many", verified=["acme.com", *many])
    await world.load()
    found = await match(question_for("bob@acme.com"), AT)
    shown = {candidate.organization.external_id: candidate.organization.domains for candidate in found.candidates}
    assert [name for name, _ in shown["Few"]] == ["few.com", "acme.com"]
    assert {name for name, _ in shown["Many"]} == {"acme.com", *many}


async def test_the_longest_name_of_four_byte_letters_fits_into_the_index(db: str) -> None:
    chance = random.Random(1)  # letters that do not repeat, which no database compresses

    def letters(count: int) -> str:
        return "".join(chr(chance.randrange(0x20000, 0x2A6D0)) for _ in range(count))

    host = ".".join(["x" * 63, "y" * 63, "z" * 63, "w" * 55, "com"])
    world = World()
    world.organization(letters(128), verified=[host])
    world.rows[0]["name"] = letters(200)
    world.rows[0]["business_vertical"] = letters(48)
    await world.load()
    [candidate] = (await match(question_for(f"a@{host}"), AT)).candidates
    assert candidate.organization.display_name == world.rows[0]["name"]
    assert [name for name, _ in candidate.organization.domains] == [host]


async def test_a_migration_that_made_the_index_anew_fills_it(db: str) -> None:
    world = World()
    world.organization("Acme", verified=["acme.com"])
    await world.load()
    before = await match(question_for("bob@acme.com"), AT)
    await database.execute("DELETE FROM finder_entry")
    await database.execute("DELETE FROM activity_sweep")
    assert (await match(question_for("bob@acme.com"), AT)).candidates == ()
    await migrate(db)
    await database.connect(db)
    assert (await match(question_for("bob@acme.com"), AT)) == before
