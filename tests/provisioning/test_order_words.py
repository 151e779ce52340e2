"""Orders are found as people type, alike on both databases, and by nothing that they do not show to the viewer."""

import unicodedata

import pytest

from backend import database
from backend.migrate import migrate
from backend.models.organization import Organization
from backend.provisioning import order_words
from backend.provisioning.order_words import beginnings, parts, typed_address
from backend.schema.ids import global_id
from backend.worker import schedule
from tests.api import Caller
from tests.product import Product, service, sites
from tests.provisioning.finder.world import load_rows
from tests.statements import sent

FOUND = "query ($text: String!) { orders(filter: {text: $text}) { edges { node { orderNumber companyName } } } }"


async def companies(caller: Caller, text: str) -> list[str]:
    """The companies whose orders a search finds."""
    edges = (await caller.ask(FOUND, text=text))["orders"]["edges"]
    return sorted(edge["node"]["companyName"] for edge in edges)


NAMES = {
    "Österreichische Post AG": [
        "Österreichische Post", "ÖSTERREICHISCHE POST", "osterreichische", "Oesterreichische", "Post", "post ag",
        "AG Post", "österreichische-post", "Ｐｏｓｔ",
    ],
    "Škoda Auto a.s.": ["ŠKODA", "skoda", "Auto", "a.s.", "as"],
    "ООО «ПРИВЕТ»": ["ПРИВЕТ", "привет", "«привет»", "ооо привет"],
    "Müller-Lüdenscheidt KG": ["Müller Lüdenscheidt", "muellerlued", "Ludenscheidt", "MÜLLER-LÜ", "muller", "Mueller"],
    "Mueller Bau": ["Müller", "Muller", "mueller bau", "Muel"],
    "Muller & Fils": ["Müller", "MULLER"],
    "Aarhus Koebmand ApS": ["Århus", "arhus", "Købmand", "kobmand", "aarhus"],
    "Wiener Südpost Postsparkasse": ["post", "Sparkasse", "südpost", "kasse", "suedpost"],
    "Stadtwerke Oberhausen": ["werke", "Hausen", "Stadt"],
    "İstanbul Çelik Sanayi": ["istanbul", "İSTANBUL", "ISTANBUL celik", "çelik"],
    "株式会社山田製作所": ["山田", "製作所", "株式会社"],
    "شَرِكَة النور": ["شركة", "النور"],
    "AT&T": ["at&t", "ATT", "AT & T"],
    "O’Neill Ltd": ["O'Neill", "oneill", "Neill"],
    "Łódź Ørsted Straße": ["lodz", "Oersted", "orsted", "STRASSE", "straße"],
    "\u200bNull\u00adbreite": ["Nullbreite"],
    "हिन्दी समाचार": ["हिन्दी", "समाचार"],
    "Cafe\u0301 Noir": ["café", "CAFE", "noir"],
}  # fmt: skip


def _finds(name: str, text: str) -> bool:
    words = ["".join(parts(word)) for word in text.split()]
    return all(any(kept.startswith(word) for kept in beginnings(name, compounds=True)) for word in words)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in NAMES.items() for text in texts])
def test_a_name_is_found_by_the_beginning_of_any_word_and_within_its_long_ones_however_umlauts_are_written(
    name: str, text: str
) -> None:
    assert _finds(name, text)


@pytest.mark.parametrize("text", ["terreich", "sterreichische", "ostpost", "st ag post bank", "x"])
def test_a_name_is_not_found_by_what_it_does_not_say(text: str) -> None:
    assert not _finds("Österreichische Post AG", text)


def test_what_no_database_stores_is_no_part_of_a_word() -> None:
    assert parts("\ud800") == parts("\0") == parts("\u200b\u202e") == []
    assert typed_address("j\ud800\0\u200b@x\u00adacme.com") == "j@xacme.com"


async def test_both_databases_find_what_people_type(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    names = [unicodedata.normalize("NFC", name) for name in NAMES if not name.startswith("\u200b")]
    for name in names:
        await product.place(seller, companyName=name)
    for name, texts in NAMES.items():
        for text in texts:
            tidied = unicodedata.normalize("NFC", name)
            assert tidied not in names or tidied in await companies(seller, text), (name, text)
    for nothing in ("", "_", "%", "&", "post%", "' OR 1=1 --", "x" * 5_000):
        expected = sorted(names) if nothing == "" else []
        if nothing == "post%":
            expected = ["Wiener Südpost Postsparkasse", "Österreichische Post AG"]
        assert (await companies(seller, nothing)) == expected, nothing


async def test_an_order_is_found_by_everything_that_it_shows(product: Product) -> None:
    await product.directory()
    seller = await product.integrator("cloud-sales")
    sold = {
        "companyName": "Kestrel Air", "orderNumber": "DE-4500127", "externalId": "EXT/77", "sellerName": "Cloud Söhne",
        "customerDomain": "kestrel-air.example", "customerAdminEmail": "it.boss@kestrel-air.example",
    }  # fmt: skip
    contact, order = await product.partnered(**sold)
    await contact.do("saveMeetingSites", serviceId=service(order, "MEETINGS")["id"], sites=sites("kestrel-hq"))
    asked = "query ($id: ID!) { order(id: $id) { subscription { subscriptionNumber } } }"
    subscription = (await seller.ask(asked, id=order["id"]))["order"]["subscription"]["subscriptionNumber"]
    await product.place(seller)  # another one
    for text in (
        "DE-4500127", "de4500127", "4500127", "45001", "ＤＥ－４５００１２７", "DE 4500127", "ext/77", subscription,
        subscription.lower()[:6], "kestrel", "air kestrel", "sohne", "user@north.example", "USER@NORTH", "user",
        "north.example", "globex", "kestrel-hq", "kestrel-hq.webex.com", "hq", "kestrel-air.example",
        "it.boss@kestrel-air.example", "boss", "kestrel globex north",
    ):  # fmt: skip
        for caller in (seller, contact):
            assert await companies(caller, text) == ["Kestrel Air"], text
    assert await companies(seller, "kestrel acme") == []


async def test_a_search_follows_what_changes(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    contact, order = await product.mapped(companyName="Kestrel")
    meetings = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("one", "two"))
    assert [await companies(seller, name) for name in ("one", "two", "three")] == [["Kestrel"], ["Kestrel"], []]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("two", "three"))
    assert [await companies(seller, name) for name in ("one", "two", "three")] == [[], ["Kestrel"], ["Kestrel"]]
    other = await product.place(seller, companyName="Other")
    await seller.do("changeProvisioningContact", orderId=other["id"], email="new@other.example")
    assert await companies(seller, "new@other.example") == ["Other"]
    assert await companies(seller, "pat@partner.example") == []
    await contact.do("undoMapping", orderId=order["id"])
    assert await order_words.repair() == 0


async def test_a_renamed_organization_is_found_by_its_new_name(product: Product) -> None:
    await product.directory()
    seller = await product.integrator("cloud-sales")
    await product.partnered(companyName="Kestrel")
    assert await companies(seller, "globex") == ["Kestrel"]
    await load_rows(
        [
            {"type": "org", "id": "Globex", "name": "Zenith", "country": "DE", "roles": ["customer"], "created_day": 1}
            | {"status": "active", "merged_into": None, "consumer_pool": False}
        ],
        product.now,
    )
    assert await companies(seller, "zenith") == ["Kestrel"]
    assert await companies(seller, "globex") == []


async def test_nobody_confirms_an_address_that_they_do_not_see(product: Product) -> None:
    """Support finds a whole address that somebody told them; parts of one, and others' addresses, find nothing."""
    await product.directory()
    seller = await product.integrator("cloud-sales")
    contact, _order = await product.partnered(companyName="Kestrel", sellerEmail="sally.sells@seller.example")
    support = await product.support()
    recipient = "admin@globex.example"  # was told of the subscription; the order shows no one this address
    assert await product.mails(recipient, "SUBSCRIPTION_ADDED")
    for caller in (seller, contact):
        assert await companies(caller, recipient) == []
        assert await companies(caller, "admin") == []
        assert await companies(caller, "sally.sells@seller.example") == ["Kestrel"]
    for whole in ("user@north.example", "USER@north.example", "sally.sells@seller.example", recipient):
        assert await companies(support, whole) == ["Kestrel"], whole
    for part in ("user", "user@", "user@nort", "sally", "sells@seller.example", "sells", "admin", "admin@glob"):
        assert await companies(support, part) == [], part
    for shown in ("north.example", "seller.example", "globex", "kestrel"):
        assert await companies(support, shown) == ["Kestrel"], shown


async def test_a_former_contact_finds_an_order_by_what_its_status_shows(product: Product) -> None:
    order = await product.place(companyName="Kestrel", customerDomain="kestrel.example", sellerName="Cloud Sales")
    former = await product.signed_in("pat@partner.example")
    link = await product.opened("pat@partner.example")
    await link.do("delegateOrder", orderId=order["id"], email="dora@delegate.example")
    for shown in ("kestrel", order["orderNumber"], "cloud sales", "kestrel.example"):
        assert await companies(former, shown) == ["Kestrel"], shown
    for hidden in ("dora@delegate.example", "dora", "delegate.example", "orders@seller.example", "sub", "kestrel dora"):
        assert await companies(former, hidden) == [], hidden
    dora = await product.signed_in("dora@delegate.example")
    assert await companies(dora, "dora") == ["Kestrel"]


async def test_migrating_fills_the_words_of_orders_that_have_none(product: Product, db: str) -> None:
    seller = await product.integrator("cloud-sales")
    for number in range(order_words._BATCH + 3):
        await product.place(seller, companyName=f"Kestrel {number}")
    assert await database.execute("DELETE FROM order_word") > 0
    assert await companies(seller, "kestrel 52") == []
    await database.disconnect()
    await migrate(db)
    await database.connect(db)
    assert await companies(seller, "kestrel 52") == ["Kestrel 52"]
    assert await order_words.repair() == 0


async def test_the_worker_mends_words_that_drifted(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    await product.place(seller, companyName="Kestrel")
    await database.execute("UPDATE order_word SET word = 'kes' WHERE word = 'kestrel'")
    await database.execute("DELETE FROM order_word WHERE word LIKE 'cloud%'")
    assert await companies(seller, "kestrel") == []
    product.later(days=2)
    await schedule.housekeeping()
    assert await companies(seller, "kestrel") == ["Kestrel"]
    assert await companies(seller, "cloud") == ["Kestrel"]
    assert await companies(seller, "kes") == ["Kestrel"]


async def test_most_changes_write_no_word(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    contact, order = await product.mapped()
    with sent(monkeypatch) as statements:
        await contact.do("setUpLater", serviceId=service(order, "MEETINGS")["id"])
    assert statements
    assert [sql for sql in statements if "order_word" in sql] == []


async def test_an_order_of_a_merged_organization_is_found_by_its_survivor_until_that_is_undone(
    product: Product,
) -> None:
    await product.directory()
    seller, support = await product.integrator("cloud-sales"), await product.support()
    await product.partnered(companyName="Kestrel")
    ids = {name: (await Organization.get(external_id=name)).id for name in ("Globex", "Initech")}
    duplicate = global_id("Organization", ids["Globex"])
    survivor = global_id("Organization", ids["Initech"])
    await support.do("mergeOrganizations", duplicateId=duplicate, survivorId=survivor, reason="Twice the same.")
    assert (await companies(seller, "initech"), await order_words.repair()) == (["Kestrel"], 0)
    await support.do("undoMerge", duplicateId=duplicate, reason="They are two.")
    assert (await companies(seller, "initech"), await companies(seller, "globex")) == ([], ["Kestrel"])
    assert await order_words.repair() == 0
