"""Test orders: walked like real ones, and nothing real is touched."""

from datetime import timedelta
from typing import Any

import pytest

from backend import database
from backend.connectors.port import Task
from backend.models.organization import Organization
from backend.models.outbox import EmailMessage
from backend.provisioning import order_removal, sign_in, test_orders
from backend.schema.ids import global_id
from tests.api import Caller
from tests.product import LICENSES, Product, create, location, search, service, sites
from tests.provisioning.test_order_check import TABLES, whole_database

MAILS = """query ($id: ID!) { order(id: $id) { test standing deadline requestedStartDate
  emails { kind to subject state text links sentAt } timeline(first: 50) { edges { node { kind summary } } } } }"""
OVERVIEW = "{ viewer { roles orderOverview { myTurn waitingForOthers provisioning done failed } } }"


@pytest.fixture
async def seller(product: Product) -> Caller:
    """A seller of a world with organizations."""
    await product.directory()
    return await product.integrator("cloud-sales")


async def mails(product: Product, seller: Caller, id: str) -> list[Any]:
    """The mails of a test order, newest first, once they are written."""
    while await product.worker.keep_one():
        pass
    found: list[Any] = (await seller.ask(MAILS, id=id))["order"]["emails"]
    return found


async def opened(product: Product, seller: Caller, id: str) -> Caller:
    """A browser that opened the newest setup link, as its seller read it."""
    [link] = [link for mail in await mails(product, seller, id) for link in mail["links"] if "/setup#" in link][:1]
    browser = product.browser()
    assert not (await browser.do("openSetupLink", token=link.partition("#")[2])).refused
    return browser


async def walked(product: Product, seller: Caller, site: str, **changes: Any) -> tuple[Caller, Any]:
    """A test order, set up for a customer to the end."""
    id = (await product.place(seller, test=True, provisioningContactEmail="user@north.example", **changes))["id"]
    contact = await opened(product, seller, id)
    await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")
    await create(contact, id, "PARTNER", "North")
    await create(contact, id, "CUSTOMER", "Globex")
    order = (await contact.do("confirmOrganizations", orderId=id)).order
    meetings, calling = service(order, "MEETINGS")["id"], service(order, "CALLING")["id"]
    assert not (await contact.do("saveMeetingSites", serviceId=meetings, sites=sites(site))).refused
    assert not (await contact.do("saveCallingLocation", serviceId=calling, **location())).refused
    for one in (meetings, calling):
        assert not (await contact.do("submitService", serviceId=one)).refused
    await product.provision()
    return contact, await seller.order(id)


async def test_a_test_order_is_walked_to_the_end_and_nobody_is_mailed(product: Product, seller: Caller) -> None:
    _, order = await walked(product, seller, "globex-test")
    assert order["status"] == "COMPLETED"
    kept = await mails(product, seller, order["id"])
    assert [(mail["kind"], mail["state"], mail["to"]) for mail in kept] == [
        ("COMPLETION", "KEPT", "user@north.example"),
        ("SETUP", "KEPT", "user@north.example"),
    ]
    assert all(mail["subject"].startswith("[Test] ") and mail["sentAt"] is None for mail in kept)
    assert all("This is a test order" in " ".join(mail["text"].split()) for mail in kept)
    assert not await product.worker.deliver_one()
    assert {mail.state for mail in await EmailMessage.filter(order_id__not_isnull=True)} == {"KEPT"}
    summary = await seller.get(order["summaryUrl"])
    assert summary.status_code == 200
    for language, subject in (("de", "[Test]"), ("en", "[Test]")):
        placed = await product.place(seller, test=True, language=language)
        assert (await mails(product, seller, placed["id"]))[0]["subject"].startswith(subject)


async def test_only_the_sellers_token_reads_what_is_kept(product: Product, seller: Caller) -> None:
    id = (await product.place(seller, test=True, provisioningContactEmail="user@north.example"))["id"]
    contact, support = await opened(product, seller, id), await product.support()
    for other in (contact, support, await product.integrator("desk", "support")):
        [mail] = (await other.ask(MAILS, id=id))["order"]["emails"]
        assert (mail["text"], mail["links"]) == (None, [])
    real = (await product.place(seller))["id"]
    await product.deliver()
    [mail] = (await seller.ask(MAILS, id=real))["order"]["emails"]
    assert (mail["state"], mail["text"], mail["links"]) == ("SENT", None, [])


async def test_a_second_browser_gets_its_code_from_the_kept_mails_and_proves_no_mailbox(
    product: Product, seller: Caller
) -> None:
    id = (await product.place(seller, test=True, provisioningContactEmail="admin@globex.example"))["id"]
    first = await opened(product, seller, id)
    assert {cookie.name for cookie in first.http.cookies.jar} == {"browser", "session"}  # no mailbox is remembered
    assert (await first.ask(OVERVIEW))["viewer"]["roles"] == ["PROVISIONING_CONTACT"]
    session = await sign_in.find(first.http.cookies["session"], product.now)
    assert session is not None
    assert session.actor.key.startswith("test order:")  # it uses up no limit of the mailbox's owner
    token = (await mails(product, seller, id))[0]["links"][0].partition("#")[2]
    second = product.browser()
    assert (await second.do("openSetupLink", token=token)).refused == ["CODE_REQUIRED"]
    [code] = [mail for mail in await mails(product, seller, id) if mail["kind"] == "SIGN_IN_CODE"]
    assert await database.rows("SELECT 1 FROM sign_in_code WHERE email_key = 'admin@globex.example'") == []
    digits = next(word for word in code["text"].split() if word.isdigit() and len(word) == 6)
    assert not (await second.do("openSetupLink", token=token, code=digits)).refused
    assert not await sign_in.is_known("admin@nowhere.example")
    await product.place(seller, test=True, provisioningContactEmail="admin@nowhere.example")
    assert not await sign_in.is_known("admin@nowhere.example")


REAL = {"Organization", "OrganizationUser", "OrganizationDomain", "OrganizationEvent", "OrganizationActivity"}
REAL |= {"FinderEntry", "FinderPresence", "ActivityDelta"}


async def test_nothing_real_is_touched(product: Product, seller: Caller) -> None:
    made = "SELECT id FROM organization WHERE created_for_order_id IS NOT NULL"
    before = {name: rows for name, rows in (await whole_database()).items() if name in REAL}
    assert "FinderEntry" in before
    await walked(product, seller, "globex-test", partnerOrganizationExternalId="North")
    ids = {row["id"] for row in await database.rows(made)}
    assert len(ids) == 2
    after = {}
    for name, rows in (await whole_database()).items():
        of = "id" if name == "Organization" else "organization_id"
        if name in REAL:
            after[name] = [row for row in rows if row[of] not in ids]
    assert after == before
    admin = await product.signed_in("admin@north.example")
    assert (await admin.ask("{ orders { edges { node { id } } } }"))["orders"]["edges"] == []
    support = await product.support()
    text = "query ($text: String!) { findOrganizations(text: $text) { displayName } }"
    assert len((await support.ask(text, text="Globex"))["findOrganizations"]) == 1


async def test_a_test_order_finds_nobody_whom_it_could_touch(product: Product, seller: Caller) -> None:
    globex = await Organization.get(external_id="Globex")
    id = (await product.place(seller, test=True, provisioningContactEmail="admin@globex.example"))["id"]
    contact = await opened(product, seller, id)
    await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")
    query = """query ($id: ID!) { order(id: $id) { organizationMatch(slot: CUSTOMER) { outcome reason candidates {
      basis } } } possibleDuplicates(orderId: $id, companyName: "Globex", country: "DE") { basis } }"""
    told = await contact.ask(query, id=id)
    assert told["order"]["organizationMatch"] == {"outcome": "NONE", "reason": "NO_MATCH", "candidates": []}
    assert told["possibleDuplicates"] == []
    assert await search(contact, id, "CUSTOMER", "globex.example") == []
    chosen = {"slot": "CUSTOMER", "organizationId": global_id("Organization", globex.id)}
    assert (await contact.do("chooseOrganization", orderId=id, **chosen)).refused == ["NOT_ELIGIBLE"]


async def test_a_site_of_a_test_order_blocks_no_real_name_and_a_real_one_does(product: Product, seller: Caller) -> None:
    _, tested = await walked(product, seller, "acme-hq")
    assert service(tested, "MEETINGS")["sites"][0]["state"] == "PROVISIONED"
    _, again = await walked(product, seller, "acme-hq")
    assert again["status"] == "COMPLETED"
    contact, order = await product.mapped()
    meetings = service(order, "MEETINGS")["id"]
    assert not (await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"))).refused
    assert not (await contact.do("submitService", serviceId=meetings)).refused
    id = (await product.place(seller, test=True))["id"]
    tester = await opened(product, seller, id)
    await tester.do("chooseAudience", orderId=id, audience="OWN_COMPANY")
    await create(tester, id, "CUSTOMER", "Acme")
    mapped = (await tester.do("confirmOrganizations", orderId=id)).order
    taken = await tester.do("saveMeetingSites", serviceId=service(mapped, "MEETINGS")["id"], sites=sites("acme-hq"))
    assert taken.refused == ["SITE_NAME_TAKEN"]


async def test_a_test_order_is_provisioned_on_the_sandbox_whatever_the_connector_is(
    product: Product, seller: Caller
) -> None:
    class Real:
        async def carry_out(self, task: Task) -> str:
            raise AssertionError(task)

    product.worker.provisioner.connector = Real()
    _, order = await walked(product, seller, "acme-hq")
    assert order["status"] == "COMPLETED"


async def test_no_overview_counts_a_test_order_and_lists_mark_it(product: Product, seller: Caller) -> None:
    pat = {"provisioningContactEmail": "pat@partner.example"}
    real, test = await product.place(seller, **pat), await product.place(seller, test=True, **pat)
    person, support = await product.signed_in("pat@partner.example"), await product.support()
    assert (await person.ask(OVERVIEW))["viewer"]["orderOverview"]["myTurn"] == 1
    assert (await support.ask(OVERVIEW))["viewer"]["orderOverview"]["waitingForOthers"] == 1
    listed = """{ orders { edges { node { id test } } }
      bucket: orders(filter: { bucket: WAITING_FOR_OTHERS }) { edges { node { id } } } }"""
    marks: dict[str, bool] = {}
    for caller in (seller, support):
        found = await caller.ask(listed)
        marks = {edge["node"]["id"]: edge["node"]["test"] for edge in found["orders"]["edges"]}
        assert marks == {real["id"]: False, test["id"]: True}
        assert [edge["node"]["id"] for edge in found["bucket"]["edges"]] == [real["id"]]
    rows = (await seller.get("/orders.json")).json()
    assert {row["id"]: row["test"] for row in rows} == marks


async def test_a_test_order_is_no_repeat_of_a_real_one_nor_a_second_order_for_the_same(
    product: Product, seller: Caller
) -> None:
    input = product.order_input(test=True)
    first = (await seller.do("placeOrder", **input)).order
    assert (await seller.do("placeOrder", **input)).order["id"] == first["id"]
    assert (await seller.do("placeOrder", **input | {"test": False})).refused == ["ORDER_CONFLICT"]
    query = "query ($input: PlaceOrderInput!) { checkOrder(input: $input) { findings { code } } }"
    codes = [one["code"] for one in (await seller.ask(query, input=product.order_input()))["checkOrder"]["findings"]]
    assert "SAME_ORDER" not in codes


# ---------------------------------------------------------------- time passes


async def advance(seller: Caller, id: str, by: str) -> Any:
    return (await seller.do("advanceTestOrder", orderId=id, by=by)).order


async def happened(seller: Caller, id: str) -> list[str]:
    """The timeline, oldest first."""
    edges = (await seller.ask(MAILS, id=id))["order"]["timeline"]["edges"]
    return [edge["node"]["kind"] for edge in reversed(edges)]


async def test_days_pass_and_everything_happens_that_is_due_by_then_each_at_its_time(
    product: Product, seller: Caller
) -> None:
    id = (await product.place(seller, test=True))["id"]
    version = (await advance(seller, id, "P2D"))["version"]
    assert await happened(seller, id) == ["order_placed", "order_started", "order_advanced"]
    assert (await advance(seller, id, "P1DT1M"))["version"] == version + 1
    assert (await happened(seller, id))[3:] == ["reminded", "order_advanced"]
    old = (await mails(product, seller, id))[0]["links"][0]
    assert (await advance(seller, id, "P27D"))["status"] == "CLOSED"
    assert (await happened(seller, id))[5:] == ["reminded", "reminded", "order_closed", "order_advanced"]
    kinds = [mail["kind"] for mail in await mails(product, seller, id)]
    assert kinds == ["NOTICE", "REMINDER", "REMINDER", "REMINDER", "SETUP"]
    assert (await product.browser().do("openSetupLink", token=old.partition("#")[2])).refused == ["ORDER_CLOSED"]
    reopened = (await seller.do("reopenOrder", orderId=id)).order
    assert reopened["status"] == "AWAITING_CONTACT"
    await opened(product, seller, id)
    assert (await advance(seller, id, "P366D"))["status"] == "CLOSED"
    summary = (await seller.ask(MAILS, id=id))["order"]["timeline"]["edges"][0]["node"]["summary"]
    assert summary == "Let time pass for the test order: 366 days"


async def test_a_scheduled_test_order_starts_on_its_day(product: Product, seller: Caller) -> None:
    day = (product.now + timedelta(days=10)).date().isoformat()
    id = (await product.place(seller, test=True, requestedStartDate=day))["id"]
    assert (await advance(seller, id, "PT12H"))["status"] == "SCHEDULED"
    assert (await seller.ask(MAILS, id=id))["order"]["requestedStartDate"] == day
    assert (await advance(seller, id, "P8D"))["status"] == "SCHEDULED"
    assert (await advance(seller, id, "P2D"))["status"] == "AWAITING_CONTACT"
    [mail] = await mails(product, seller, id)
    assert mail["kind"] == "SETUP"


async def test_a_customer_is_reminded_of_a_test_order_too(product: Product, seller: Caller) -> None:
    id = (await product.place(seller, test=True, licenses=LICENSES))["id"]
    contact = await opened(product, seller, id)
    await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")
    await create(contact, id, "PARTNER", "North")
    await create(contact, id, "CUSTOMER", "Globex")
    handed: dict[str, Any] = {"customerSetsUpServices": True, "customerAdminEmail": "boss@globex.example"}
    assert not (await contact.do("confirmOrganizations", orderId=id, **handed)).refused
    await advance(seller, id, "P7D")
    found = await mails(product, seller, id)
    assert [(mail["kind"], mail["to"]) for mail in found[:2]] == [
        ("REMINDER", "boss@globex.example"),
        ("HAND_OVER", "boss@globex.example"),
    ]


async def test_time_passes_for_test_orders_only_and_within_bounds(product: Product, seller: Caller) -> None:
    real, test = (await product.place(seller))["id"], (await product.place(seller, test=True))["id"]
    assert (await seller.do("advanceTestOrder", orderId=real, by="P1D")).refused == ["STEP_NOT_ALLOWED"]
    for by in ("", "1 day", "P0D", "-P1D", "P367D", "P1M", "P99999999999D", "P1D\u202e", "P1D" * 999):
        assert (await seller.do("advanceTestOrder", orderId=test, by=by)).fields == {"by": "INVALID"}, by
    before = await seller.order(test)
    assert "advanceTestOrder" in before["allowedMutations"]
    assert "advanceTestOrder" not in (await seller.order(real))["allowedMutations"]
    for caller, refused in (
        (await product.support(), "FORBIDDEN"),
        (await product.integrator("other-sales"), "NOT_FOUND"),
        (await product.integrator("cloud-sales", "orders:read"), "FORBIDDEN"),
    ):
        assert (await caller.do("advanceTestOrder", orderId=test, by="P1D")).refused == [refused]
    first, again = [await seller.do("advanceTestOrder", key="once", orderId=test, by="P1D") for _ in range(2)]
    assert first.payload == again.payload
    assert first.order["version"] == before["version"] + 1


# ---------------------------------------------------------------- removal


async def test_a_test_order_is_removed_after_30_days_with_everything_of_it_and_nothing_else(
    product: Product, seller: Caller
) -> None:
    await product.place(seller)
    await product.deliver()
    before = {name: len(rows) for name, rows in (await whole_database()).items()}
    _, order = await walked(product, seller, "acme-hq")
    await seller.do("advanceTestOrder", orderId=order["id"], by="P366D")
    young = await product.place(seller, test=True)
    await mails(product, seller, young["id"])
    product.later(days=29)
    assert await test_orders.remove_old(product.now) == 0
    product.later(days=1)
    assert await test_orders.remove_old(product.now) == 2
    kept = {"IdempotencyKey", "RateCounter", "SignInCode", "ActivitySweep"}
    after = {name: len(rows) for name, rows in (await whole_database()).items()}
    assert {name: count for name, count in after.items() if name not in kept} == {
        name: count for name, count in before.items() if name not in kept
    }
    gone = await seller.send("query ($id: ID!) { order(id: $id) { id } }", {"id": order["id"]})
    assert gone.data == {"order": None}
    with pytest.raises(Exception, match="append-only"):
        await database.execute("DELETE FROM order_event WHERE order_id = (SELECT min(id) FROM orders)")


def test_a_removed_order_leaves_no_row_of_any_table_behind() -> None:
    columns = {kind._meta.db_table: set(kind._meta.fields_db_projection) for kind in TABLES.values()}
    of_orders = {
        table for table, names in columns.items() if names & {"order_id", "service_id", "site_id", "delivery_id"}
    }
    assert of_orders == {table for table, _ in order_removal.PARTS}


async def test_who_is_told_of_moved_licenses_of_a_test_order_gets_no_mail(product: Product, seller: Caller) -> None:
    id = (await product.place(seller, test=True, provisioningContactEmail="user@north.example"))["id"]
    contact = await opened(product, seller, id)
    await contact.do("chooseAudience", orderId=id, audience="OWN_COMPANY")
    await create(contact, id, "CUSTOMER", "Globex")
    order = (await contact.do("confirmOrganizations", orderId=id)).order
    meetings = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("test-a", "test-b"))
    license = service(order, "MEETINGS")["licenses"][0]["id"]

    def split(first: int) -> list[dict[str, Any]]:
        units = {"test-a": first, "test-b": 100 - first}
        return [{"siteName": name, "licenseId": license, "units": number} for name, number in units.items()]

    assert not (await contact.do("distributeLicenses", serviceId=meetings, allocations=split(50))).refused
    assert not (await contact.do("submitService", serviceId=meetings)).refused
    await product.provision()
    assert not (await contact.do("moveLicenses", serviceId=meetings, allocations=split(100))).refused
    await product.provision()
    assert "Licenses moved" in (await mails(product, seller, id))[0]["subject"]
    assert not await product.worker.deliver_one()
