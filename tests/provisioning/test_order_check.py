"""What an order would come to, told before it is placed; and many orders placed in one go."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from tortoise import Model

from backend import clock, models
from backend.models.order import Order
from backend.models.organization import MailDomainKind
from backend.models.outbox import EmailMessage
from backend.provisioning import mail_domains
from tests.api import ERRORS, Answer, Caller
from tests.product import LICENSES, Product, service, sites

MATCH = """{ outcome reason message basedOn reasonMessage candidatesLeftOut
  organization { organization { displayName } }
  candidates { basis organization { displayName activeUsers } evidence { code } } }"""
CHECK = f"""query ($input: PlaceOrderInput!) {{ checkOrder(input: $input) {{
  {ERRORS} findings {{ code severity message field }} partner {MATCH} customer {MATCH} }} }}"""
PLACE = """mutation ($input: [PlaceOrderInput!]!) { placeOrders(input: $input) {
  results { order { id orderNumber status } userErrors { code field } } } }"""
TABLES = {name: kind for name, kind in vars(models).items() if isinstance(kind, type) and issubclass(kind, Model)}
COUNTED = {"CostBucket", "ApiToken"}  # what asking costs, and that the token was used


async def check(caller: Caller, **input: Any) -> Any:
    """What the check of an order tells."""
    return (await caller.ask(CHECK, input=input))["checkOrder"]


def found(checked: Any) -> set[tuple[str, str, str]]:
    """What was found: severity, code, and where."""
    return {(one["severity"], one["code"], ".".join(one["field"])) for one in checked["findings"]}


async def whole_database() -> dict[str, list[Any]]:
    """Every row of every table, but for what asking itself counts."""
    return {
        name: await kind.all().order_by(kind._meta.pk_attr).values()
        for name, kind in TABLES.items()
        if name not in COUNTED
    }


@pytest.fixture
async def seller(product: Product) -> Caller:
    """A seller of a world with organizations."""
    await product.directory()
    return await product.integrator("cloud-sales")


GOOD = {
    "companyName": "Globex",
    "provisioningContactEmail": "pat@north.example",
    "customerDomain": "globex.example",
    "partnerOrganizationExternalId": "North",
}
ODD: dict[str, Any] = {
    "companyName": "Admin",
    "provisioningContactEmail": "info@gmail.com",
    "customerDomain": "co.uk",
    "customerAdminEmail": "ann@mailinator.com",
    "sellerEmail": "info@gmail.com",
    "country": None,
    "language": "tlh",
    "partnerOrganizationExternalId": "Nobody",
    "previousOrganizationExternalId": "Nobody",
}


async def test_an_order_as_it_should_be_finds_its_organizations_and_nothing_to_look_at(
    product: Product, seller: Caller
) -> None:
    checked = await check(seller, **product.order_input(**GOOD))
    assert (checked["userErrors"], found(checked)) == ([], set())
    assert (checked["partner"]["outcome"], checked["partner"]["message"]) == ("CANDIDATES", "The order names North.")
    assert checked["customer"]["message"] == "The order names globex.example."


async def test_what_is_refused_is_what_placing_refuses_and_stands_before_what_is_doubtful(
    product: Product, seller: Caller
) -> None:
    wrong = product.order_input(
        orderNumber=" ",
        termMonths=0,
        provisioningContactEmail="pat@acme.con",
        customerDomain="acme.cmo",
        sellerEmail="sales@gmail.com",
        licenses=[LICENSES[0] | {"totalUnits": 0}, LICENSES[1] | {"scope": "PER_SITE"}],
    )
    checked = await check(seller, **wrong)
    placed = await seller.do("placeOrder", **wrong)
    assert checked["userErrors"] == placed.payload["userErrors"]
    severities = [one["severity"] for one in checked["findings"]]
    assert severities == ["BLOCKS"] * 6 + ["WARNING"]
    unknown = {field for _, code, field in found(checked) if code == "UNKNOWN_ENDING"}
    assert unknown == {"provisioningContactEmail", "customerDomain"}
    assert (checked["partner"], checked["customer"]) == (None, None)


async def test_a_number_that_was_placed_before_is_told_as_placing_would(product: Product, seller: Caller) -> None:
    input = product.order_input(**GOOD, orderNumber="ＤＥ－１")
    assert not (await seller.do("placeOrder", **input)).refused
    again = await check(seller, **input)
    assert (again["userErrors"], found(again)) == ([], {("INFO", "ALREADY_PLACED", "orderNumber")})
    assert (await seller.do("placeOrder", **input)).order["orderNumber"] == "DE-1"
    other = input | {"termMonths": 36}
    conflict = (await check(seller, **other))["userErrors"]
    assert conflict == (await seller.do("placeOrder", **other)).payload["userErrors"]
    assert conflict[0]["code"] == "ORDER_CONFLICT"
    stranger = await product.integrator("other-sales")
    assert found(await check(stranger, **input)) == set()


async def test_everything_that_is_doubtful_is_found(product: Product, seller: Caller) -> None:
    far = (product.now + timedelta(days=91)).date().isoformat()
    assert found(await check(seller, **product.order_input(**ODD, requestedStartDate=far))) == {
        ("WARNING", "FREE_MAIL", "provisioningContactEmail"),
        ("WARNING", "FREE_MAIL", "sellerEmail"),
        ("WARNING", "DISPOSABLE_MAIL", "customerAdminEmail"),
        ("WARNING", "PUBLIC_SUFFIX", "customerDomain"),
        ("WARNING", "UNKNOWN_ORGANIZATION", "partnerOrganizationExternalId"),
        ("WARNING", "UNKNOWN_ORGANIZATION", "previousOrganizationExternalId"),
        ("WARNING", "PARTNER_IS_CUSTOMER", "previousOrganizationExternalId"),
        ("WARNING", "START_FAR", "requestedStartDate"),
        ("INFO", "SITE_NAME_RESERVED", "companyName"),
        ("INFO", "MAILBOX_OF_MANY", "provisioningContactEmail"),
        ("INFO", "CONTACT_IS_SELLER", "provisioningContactEmail"),
        ("INFO", "OTHER_DOMAIN", "customerAdminEmail"),
        ("INFO", "COUNTRY_MISSING", "country"),
        ("INFO", "LANGUAGE_MISSING", "language"),
    }
    await mail_domains.decide("hub.example", MailDomainKind.SHARED, "A business park", "Support", clock.now())
    past = (product.now - timedelta(days=1)).date().isoformat()
    rest = {"companyName": "Initech", "provisioningContactEmail": "No-Reply+x@hub.example", "requestedStartDate": past}
    assert found(await check(seller, **product.order_input(**rest))) == {
        ("WARNING", "SHARED_DOMAIN", "provisioningContactEmail"),
        ("WARNING", "MAILBOX_OF_NOBODY", "provisioningContactEmail"),
        ("INFO", "START_PAST", "requestedStartDate"),
        ("INFO", "CUSTOMER_DOMAIN_MISSING", "customerDomain"),
    }


async def test_a_domain_that_proves_another_organization_is_found_but_not_whose_it_is(
    product: Product, seller: Caller
) -> None:
    other = GOOD | {"companyName": "Hooli", "customerDomain": "mail.globex.example"}
    checked = await check(seller, **product.order_input(**other))
    assert found(checked) == {("WARNING", "OTHER_ORGANIZATION", "customerDomain")}
    assert "Globex" not in str(checked)
    renewal = await check(seller, **product.order_input(**other, previousOrganizationExternalId="Globex"))
    assert found(renewal) == set()
    legal = await check(seller, **product.order_input(**GOOD | {"companyName": "GLOBEX GmbH & Co. KG"}))
    assert found(legal) == set()


async def test_a_second_order_for_the_same_thing_is_found_among_the_sellers_own_recent_orders(
    product: Product, seller: Caller
) -> None:
    placed = await product.place(seller, **GOOD)
    again = product.order_input(**GOOD)
    same = ("WARNING", "SAME_ORDER", "companyName")
    checked = await check(seller, **again)
    assert found(checked) == {same}
    assert placed["orderNumber"] in checked["findings"][0]["message"]
    for different in ({"companyName": "Initech", "customerDomain": "initech.example"}, {"licenses": LICENSES[:2]}):
        assert same not in found(await check(seller, **again | different))
    assert found(await check(await product.integrator("other-sales"), **again)) == set()
    product.later(days=31)
    assert found(await check(seller, **again | {"requestedStartDate": clock.today().isoformat()})) == set()


async def test_a_site_name_that_others_have_is_told_with_what_is_left(product: Product, seller: Caller) -> None:
    contact, order = await product.mapped()
    await contact.do("saveMeetingSites", serviceId=service(order, "MEETINGS")["id"], sites=sites("globex"))
    checked = await check(seller, **product.order_input(**GOOD))
    assert found(checked) == {("INFO", "SITE_NAME_TAKEN", "companyName")}
    assert "globex-meetings" in checked["findings"][0]["message"]
    no_site = await check(seller, **product.order_input(**GOOD, licenses=LICENSES[1:]))
    assert found(no_site) == set()


async def test_a_seller_hears_of_no_person_and_of_no_other_organization(product: Product, seller: Caller) -> None:
    asked = GOOD | {"provisioningContactEmail": "user@globex.example", "partnerOrganizationExternalId": None}
    asked |= {"companyName": "Hooli"}
    mailbox = await check(seller, **product.order_input(**asked))
    nobody = await check(seller, **product.order_input(**asked | {"provisioningContactEmail": "nemo@globex.example"}))
    assert (mailbox["partner"], mailbox["customer"]) == (nobody["partner"], nobody["customer"])
    assert (mailbox["customer"]["outcome"], mailbox["customer"]["candidates"]) == ("CANDIDATES", [])
    assert mailbox["customer"]["candidatesLeftOut"] == 1
    assert "Globex" not in str(mailbox)
    reader = await product.integrator("cloud-sales", "orders:write", "organizations:read")
    told = (await check(reader, **product.order_input(**asked)))["customer"]
    assert (told["outcome"], told["organization"]["organization"]["displayName"]) == ("EXACT", "Globex")
    unclear = asked | {"provisioningContactEmail": "nemo@globex.example"}
    [candidate] = (await check(reader, **product.order_input(**unclear)))["customer"]["candidates"]
    assert candidate["organization"] == {"displayName": "Globex", "activeUsers": 2}


async def test_checking_takes_the_same_right_as_placing(product: Product, seller: Caller) -> None:
    variables = {"input": product.order_input()}
    for caller, refused in (
        (product.browser(), "UNAUTHENTICATED"),
        (await product.signed_in("user@north.example"), "FORBIDDEN"),
        (await product.integrator("cloud-sales", "orders:read"), "FORBIDDEN"),
        (await product.integrator("cloud-sales", "organizations:read"), "FORBIDDEN"),
    ):
        assert Answer(0, None, (await caller.send(CHECK, variables)).errors).refused == [refused]
        assert (await caller.send(PLACE, {"input": [product.order_input()]})).errors[0]["extensions"]["code"] == refused


async def test_nothing_is_written_whatever_is_checked(product: Product, seller: Caller) -> None:
    await product.place(seller, **GOOD)
    reader = await product.integrator("cloud-sales", "orders:write", "organizations:read")
    before = await whole_database()
    for caller in (seller, reader):
        for input in (GOOD, ODD, {"provisioningContactEmail": "\u202e", "companyName": ""}, {"orderNumber": "W-0001"}):
            await check(caller, **product.order_input(**input))
    assert await whole_database() == before


async def test_messages_are_in_the_language_of_the_answer(product: Product, seller: Caller) -> None:
    german = product.browser(language="de", token=seller.token)
    [told] = (await check(german, **product.order_input(**GOOD | {"provisioningContactEmail": "it@web.de"})))[
        "findings"
    ]
    assert told["message"] == "web.de ist ein kostenloser E-Mail-Dienst und sagt nichts über das Unternehmen aus."


# ---------------------------------------------------------------- several orders in one go


async def place(caller: Caller, *inputs: dict[str, Any], key: str | None = None) -> list[Any]:
    """Place several orders; what each came to."""
    answer = await caller.send(PLACE, {"input": list(inputs)}, key=key)
    assert not answer.errors, answer.errors
    results: list[Any] = answer.data["placeOrders"]["results"]
    return results


async def test_a_row_that_is_refused_keeps_no_other_from_being_placed(product: Product, seller: Caller) -> None:
    first, wrong, last = (product.order_input(**GOOD) for _ in range(3))
    results = await place(seller, first, wrong | {"termMonths": 0}, first | {"termMonths": 1}, last)
    assert [row["order"] and row["order"]["orderNumber"] for row in results] == ["W-0001", None, None, "W-0003"]
    assert [[error["code"] for error in row["userErrors"]] for row in results] == [
        [],
        ["INVALID"],
        ["ORDER_CONFLICT"],
        [],
    ]
    assert await Order.all().count() == 2
    assert len(await product.mails(to="pat@north.example")) == 2


async def test_orders_sent_again_are_answered_alike_row_by_row(product: Product, seller: Caller) -> None:
    inputs = [product.order_input(**GOOD) for _ in range(3)]
    first, twin = await asyncio.gather(*(place(seller, *inputs, key="batch") for _ in range(2)))
    assert first == twin
    for row in first:
        await seller.do("cancelOrder", orderId=row["order"]["id"])
    assert await place(seller, *inputs, key="batch") == first  # as it was answered, not as it is
    changed = await place(seller, inputs[0], inputs[1] | {"termMonths": 6}, inputs[2], key="batch")
    codes = [[error["code"] for error in row["userErrors"]] for row in changed]
    assert codes == [[], ["IDEMPOTENCY_KEY_REUSED"], []]
    assert (await Order.all().count(), await EmailMessage.filter(kind="SETUP").count()) == (3, 3)


async def test_fifty_orders_are_placed_and_each_costs_as_much_as_one(product: Product, seller: Caller) -> None:
    inputs = [product.order_input(**GOOD, requestedStartDate=product.now.date().isoformat()) for _ in range(50)]

    async def cost(rows: list[dict[str, Any]]) -> tuple[int, int]:
        headers = {"Authorization": f"Bearer {seller.token}"}
        answer = await seller.http.post(
            "/graphql", json={"query": PLACE, "variables": {"input": rows}}, headers=headers
        )
        told = answer.json()
        assert all(row["order"] for row in told["data"]["placeOrders"]["results"])
        return told["extensions"]["cost"]["requested"], told["extensions"]["cost"]["actual"]

    (one, spent), (many, all_spent) = await cost(inputs[:1]), await cost(inputs)
    assert (many - 1, all_spent - 1) == ((one - 1) * 50, (spent - 1) * 50)
    assert one >= spent >= 10
    assert await Order.all().count() == 50
    too_many = await seller.send(PLACE, {"input": [*inputs, inputs[0]]})
    assert too_many.errors[0]["extensions"]["code"] == "QUERY_TOO_COMPLEX"
    assert "50 at most" in too_many.errors[0]["message"]
    assert await place(seller) == []
