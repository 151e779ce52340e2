"""Setup links: personal, safe from scanners, and told why when they are dead."""

from datetime import datetime

import httpx2
import pytest

from backend import clock, database
from backend.models.person import SetupLink
from backend.provisioning.finder import directory
from backend.schema.ids import number_of
from tests.product import Product
from tests.statements import sent

PAT = "pat@partner.example"


async def test_the_token_lies_in_the_fragment_and_is_kept_only_as_a_hash(product: Product) -> None:
    await product.place()
    [mail] = await product.mails(to=PAT)
    [link] = [link for link in mail["links"] if "/setup" in link]
    address, _, token = link.partition("#")
    assert address == "http://testserver/setup"
    assert len(token) >= 43  # 256 bits in base64
    for table in ("setup_link", "order_event", "session"):
        assert token not in str(await database.rows(f"SELECT * FROM {table}"))


async def test_opening_the_address_changes_nothing_however_often_a_scanner_does_it(product: Product) -> None:
    await product.place()
    token = await product.link(PAT)
    before = await SetupLink.all().values()
    scanner = product.browser()
    for _ in range(3):
        page = await scanner.get("/setup")
        await scanner.http.head("/setup")
        get = await scanner.get(
            f'/graphql?query=mutation{{openSetupLink(input:{{token:"{token}"}}){{viewer{{email}}}}}}'
        )
        assert page.status_code in {200, 503}
        assert get.status_code == 405
    assert not scanner.http.cookies
    assert await SetupLink.all().values() == before
    await product.opened(PAT)


async def test_a_link_opens_a_session_for_its_order_only(product: Product) -> None:
    other = (await product.place())["id"]
    id = (await product.place())["id"]
    contact = await product.opened(PAT)
    assert (await contact.order(id))["viewerRole"] == "PROVISIONING_CONTACT"
    answer = await contact.send("query ($id: ID!) { order(id: $id) { id } }", {"id": other})
    assert answer.refused == ["NOT_FOUND"]
    listed = await contact.ask("{ orders { edges { node { id } } } viewer { email orders { edges { node { id } } } } }")
    assert [edge["node"]["id"] for edge in listed["orders"]["edges"]] == [id]
    assert [edge["node"]["id"] for edge in listed["viewer"]["orders"]["edges"]] == [id]


async def test_who_never_got_the_answer_to_opening_a_link_opens_it_again_in_the_same_browser(product: Product) -> None:
    await product.place()
    token = await product.link(PAT)
    page, other = product.browser(), product.browser()
    for browser in (page, other):
        await browser.ask("query ($token: String!) { setupLink(token: $token) { purpose } }", token=token)
    before = httpx2.Cookies(page.http.cookies)
    assert not (await page.do("openSetupLink", token=token)).refused
    page.http.cookies = before  # the answer, and its cookies, were lost on their way
    again = await page.do("openSetupLink", token=token)
    assert not again.refused
    assert again.order["viewerRole"] == "PROVISIONING_CONTACT"
    assert (await other.do("openSetupLink", token=token)).refused == ["CODE_REQUIRED"]


async def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(product: Product) -> None:
    await product.place()
    browser = product.browser()
    token = await product.link(PAT)
    query = f'mutation {{ openSetupLink(input: {{ token: "{token}" }}) {{ viewer {{ email }} }} }}'
    response = await browser.http.post("/graphql", json={"query": query})
    cookies = [cookie for cookie in response.headers.get_list("set-cookie") if cookie.startswith("session=")]
    assert len(cookies) == 1
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookies[0].split("; "))


async def test_a_second_browser_needs_the_code_from_the_registered_mailbox(product: Product) -> None:
    await product.place()
    first = await product.opened(PAT)
    token = await product.link(PAT)
    assert not (await first.do("openSetupLink", token=token)).refused
    second = product.browser()
    asked = await second.do("openSetupLink", token=token)
    assert asked.fields == {"code": "CODE_REQUIRED"}
    assert asked.payload["viewer"] is None
    assert "session" not in second.http.cookies
    code = await product.code(PAT)
    wrong = await second.do("openSetupLink", token=token, code=f"{(int(code) + 1) % 10**6:06}")
    assert wrong.fields == {"code": "CODE_INVALID"}
    third = await product.browser().do("openSetupLink", token=token, code=code)
    assert third.fields == {"code": "CODE_INVALID"}
    entered = await second.do("openSetupLink", token=token, code=code)
    assert entered.payload["viewer"]["email"] == PAT


async def test_a_link_that_never_existed_is_unknown_and_names_nobody(product: Product) -> None:
    await product.place()
    answer = await product.browser().do("openSetupLink", token="x" * 43)
    [error] = answer.payload["userErrors"]
    assert (error["code"], error["seller"], error["at"]) == ("LINK_UNKNOWN", None, None)


async def test_a_dead_link_says_why_and_when_and_who_sold_the_order(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    old = await product.link(PAT)
    await seller.do("changeProvisioningContact", orderId=id, email="eve@partner.example")
    [error] = (await product.browser().do("openSetupLink", token=old)).payload["userErrors"]
    assert error["__typename"] == "LinkRefused"
    assert (error["code"], error["handedTo"]) == ("LINK_HANDED_OVER", "e•••@partner.example")
    assert error["seller"] == {"name": "Cloud Sales"}
    assert error["at"]


async def test_a_link_of_who_handed_the_order_over_names_who_has_it_now(product: Product) -> None:
    id = (await product.place())["id"]
    contact, first = await product.opened(PAT), await product.link(PAT)
    await contact.do("delegateOrder", orderId=id, email="eve@partner.example")
    delegate, second = await product.opened("eve@partner.example"), await product.link("eve@partner.example")
    product.later(hours=1)
    handed_on = clock.now()
    await delegate.do("delegateOrder", orderId=id, email="zoe@partner.example")
    for link in (first, second):
        [error] = (await product.browser().do("openSetupLink", token=link)).payload["userErrors"]
        assert (error["code"], error["handedTo"]) == ("LINK_HANDED_OVER", "z•••@partner.example")
        assert datetime.fromisoformat(error["at"]) >= handed_on


async def test_a_link_that_was_taken_back_says_replaced_to_who_got_the_order_again(product: Product) -> None:
    id = (await product.place())["id"]
    contact, own = await product.opened(PAT), await product.link(PAT)
    await contact.do("delegateOrder", orderId=id, email="eve@partner.example")
    taken_back = await product.link("eve@partner.example")
    await contact.do("takeBackOrder", orderId=id)
    [error] = (await product.browser().do("openSetupLink", token=own)).payload["userErrors"]
    assert (error["code"], error["newerLink"]) == ("LINK_REPLACED", True)
    [error] = (await product.browser().do("openSetupLink", token=taken_back)).payload["userErrors"]
    assert (error["code"], error["handedTo"]) == ("LINK_HANDED_OVER", "p•••@partner.example")
    await contact.do("delegateOrder", orderId=id, email="eve@partner.example")
    [error] = (await product.browser().do("openSetupLink", token=taken_back)).payload["userErrors"]
    assert (error["code"], error["handedTo"], error["newerLink"]) == ("LINK_REPLACED", None, True)
    before = len(await product.mails())
    await product.browser().do("requestNewSetupLink", token=taken_back)
    mails = await product.mails()
    assert [mail["to"] for mail in mails[: len(mails) - before]] == ["eve@partner.example"]


async def test_a_link_lives_as_long_as_the_deadline(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    token = await product.link(PAT)
    product.later(days=30, seconds=-60)
    assert not (await product.browser().do("openSetupLink", token=token)).refused
    product.later(minutes=2)
    browser = product.browser()
    assert (await browser.do("openSetupLink", token=token)).refused == ["EXPIRED"]
    await product.worker.run_due_transitions()
    assert (await browser.do("openSetupLink", token=token)).refused == ["ORDER_CLOSED"]
    assert (await seller.order(id))["status"] == "CLOSED"


async def test_whoever_has_a_dead_link_gets_a_new_one_into_the_registered_mailbox_only(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    old = await product.link(PAT)
    await seller.do("resendSetupEmail", orderId=id)
    before = len(await product.mails())
    answer = await product.browser().do("requestNewSetupLink", token=old)
    assert answer.payload == {"accepted": True, "userErrors": []}
    mails = await product.mails()
    assert [mail["to"] for mail in mails[: len(mails) - before]] == [PAT]
    await product.opened(PAT)


async def test_asking_for_a_new_link_is_answered_alike_for_every_token_and_limited_silently(product: Product) -> None:
    await product.place()
    token = await product.link(PAT)
    unknown = await product.browser().do("requestNewSetupLink", token="x" * 43)
    answers = [await product.browser().do("requestNewSetupLink", token=token) for _ in range(5)]
    assert {str(answer.payload) for answer in (unknown, *answers)} == {"{'accepted': True, 'userErrors': []}"}
    assert len(await product.mails(to=PAT, kind="SETUP")) == 1 + 3
    product.later(hours=1, seconds=1)
    await product.browser().do("requestNewSetupLink", token=token)
    assert len(await product.mails(to=PAT, kind="SETUP")) == 1 + 3 + 1


async def test_asking_with_the_link_of_who_handed_the_order_over_mails_only_who_has_it_now(product: Product) -> None:
    id = (await product.place())["id"]
    contact = await product.opened(PAT)
    old = await product.link(PAT)
    await contact.do("delegateOrder", orderId=id, email="eve@partner.example")
    before = len(await product.mails())
    assert (await product.browser().do("requestNewSetupLink", token=old)).payload["accepted"] is True
    mails = await product.mails()
    assert [(mail["to"], mail["kind"]) for mail in mails[: len(mails) - before]] == [("eve@partner.example", "SETUP")]
    assert (await product.browser().do("openSetupLink", token=old)).refused == ["LINK_HANDED_OVER"]
    await product.opened("eve@partner.example")


async def test_a_person_signed_in_for_everything_keeps_that_session_when_he_opens_a_link(product: Product) -> None:
    other = (await product.place())["id"]
    await product.place()
    person = await product.signed_in(PAT)
    assert not (await person.do("openSetupLink", token=await product.link(PAT))).refused
    assert (await person.order(other))["viewerRole"] == "PROVISIONING_CONTACT"


async def test_the_link_of_a_mapped_order_outlives_the_deadline(product: Product) -> None:
    await product.mapped()
    token = await product.link("pat@acme.example")
    product.later(days=40)
    await product.worker.run_due_transitions()
    second = await product.browser().do("openSetupLink", token=token)
    assert second.refused == ["CODE_REQUIRED"]


async def test_asking_for_a_new_link_does_the_same_work_for_every_token(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    replaced = await product.link(PAT)
    await seller.do("resendSetupEmail", orderId=id)
    alive = await product.link(PAT)
    await seller.do("changeProvisioningContact", orderId=id, email="eve@partner.example")
    browser, seen = product.browser(), set()
    for token in (replaced, alive, await product.link("eve@partner.example"), "x" * 43, ""):
        with sent(monkeypatch) as statements:
            assert (await browser.do("requestNewSetupLink", token=token)).payload["accepted"]
        seen.add(tuple(statements))
    assert len(seen) == 1


async def test_a_link_whose_person_has_no_part_in_the_order_any_more_is_dead(product: Product) -> None:
    await product.directory()
    _, order = await product.partnered()
    token = await product.link("admin@globex.example")
    globex = number_of("Organization", order["customerOrganization"]["id"])
    await directory.dismiss_user(globex, "admin@globex.example", product.now)
    browser = product.browser()
    assert (await browser.do("openSetupLink", token=token)).refused == ["LINK_REPLACED"]
    assert "session" not in browser.http.cookies
    before = len(await product.mails(to="admin@globex.example"))
    assert (await browser.do("requestNewSetupLink", token=token)).payload["accepted"]
    assert len(await product.mails(to="admin@globex.example")) == before


@pytest.mark.parametrize("end", ["CANCELLED", "CLOSED"])
async def test_a_link_of_who_handed_the_order_over_says_that_the_order_has_ended(product: Product, end: str) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    contact, link = await product.opened(PAT), await product.link(PAT)
    await contact.do("delegateOrder", orderId=id, email="eve@partner.example")
    if end == "CANCELLED":
        assert not (await seller.do("cancelOrder", orderId=id, reason="Sold twice")).refused
    else:
        product.later(days=60)
        await product.worker.run_due_transitions()
    [error] = (await product.browser().do("openSetupLink", token=link)).payload["userErrors"]
    assert (error["code"], error["handedTo"]) == ("ORDER_CLOSED", None)
