"""Whoever comes in comes in wholly or not at all; the code that they showed is used up, and wrong ones count."""

import asyncio

import pytest

from backend.models.order import Delegation
from backend.models.organization import OrganizationUser
from backend.models.person import Session, SignInCode, WrongCode
from tests.api import Caller
from tests.product import Product, choose, create
from tests.provisioning.test_sign_in_attacks import lock, mailed_link
from tests.refusing import refused_by_the_database

PAT, USER, HANK = "pat@partner.example", "user@north.example", "hank@hooli.example"


async def viewer(caller: Caller) -> str | None:
    found = (await caller.ask("{ viewer { email } }"))["viewer"]
    return str(found["email"]) if found else None


async def handed_over(product: Product) -> str:
    """An order that Pat handed to a user of North, who has not come yet."""
    await product.directory()
    id = str((await product.place())["id"])
    contact = await product.opened(PAT)
    assert not (await contact.do("delegateOrder", orderId=id, email=USER)).refused
    return id


async def asked(product: Product, email: str) -> tuple[Caller, str]:
    """A browser that asked for a code, and the code."""
    browser = product.browser()
    await browser.do("requestSignIn", email=email)
    return browser, await product.code(email)


async def has_come(email: str) -> bool:
    """Whether anything says that somebody came in."""
    sessions = await Session.filter(email_key=email).exists()
    return sessions or await Delegation.filter(delegate_key=email, opened_at__not_isnull=True).exists()


@pytest.mark.parametrize(
    ("table", "act"), [("session", "INSERT"), ("delegation", "UPDATE"), ("activity_delta", "INSERT")]
)
async def test_a_sign_in_that_fails_leaves_nothing_but_a_used_code(product: Product, table: str, act: str) -> None:
    await handed_over(product)
    browser, code = await asked(product, USER)
    before = await OrganizationUser.all().order_by("id").values()
    async with refused_by_the_database(table, act):
        assert (await browser.do("signIn", email=USER, code=code)).refused == ["INTERNAL"]
    assert not await has_come(USER)
    assert await OrganizationUser.all().order_by("id").values() == before
    assert await viewer(browser) is None
    assert not await SignInCode.all().exists()
    assert (await browser.do("signIn", email=USER, code=code)).refused == ["CODE_INVALID"]
    await browser.do("requestSignIn", email=USER)
    assert not (await browser.do("signIn", email=USER, code=await product.code(USER))).refused
    assert await viewer(browser) == USER
    assert await Delegation.filter(delegate_key=USER, opened_at__not_isnull=True).count() == 1


async def test_a_browser_whose_next_sign_in_fails_keeps_the_session_that_it_had(product: Product) -> None:
    await handed_over(product)
    browser = await product.signed_in(PAT)
    await browser.do("requestSignIn", email=USER)
    code = await product.code(USER)
    async with refused_by_the_database("delegation", "UPDATE"):
        assert (await browser.do("signIn", email=USER, code=code)).refused == ["INTERNAL"]
    assert await viewer(browser) == PAT


async def test_wrong_codes_count_while_nobody_can_come_in(product: Product) -> None:
    await handed_over(product)
    browser, code = await asked(product, USER)
    wrong = f"{(int(code) + 1) % 10**6:06}"
    async with refused_by_the_database("session", "INSERT"):
        for _ in range(3):
            assert (await browser.do("signIn", email=USER, code=wrong)).refused == ["CODE_INVALID"]
    assert (await SignInCode.get()).tries_left == 2
    assert (await WrongCode.get(email_key=USER)).count == 3


@pytest.mark.parametrize(("table", "act"), [("session", "INSERT"), ("delegation", "UPDATE")])
async def test_a_setup_link_that_fails_on_the_way_opens_nothing_and_may_be_opened_again(
    product: Product, table: str, act: str
) -> None:
    await handed_over(product)
    browser, token = product.browser(), await product.link(USER)
    async with refused_by_the_database(table, act):
        assert (await browser.do("openSetupLink", token=token)).refused == ["INTERNAL"]
    assert not await has_come(USER)
    assert not (await browser.do("openSetupLink", token=token)).refused
    assert await viewer(browser) == USER


async def test_who_was_invited_to_a_new_customer_and_cannot_come_in_does_not_administer_it(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing()
    await choose(contact, id, "PARTNER", "north.example")
    await create(contact, id, "CUSTOMER", "Hooli")
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True, customerAdminEmail=HANK)
    browser, token = product.browser(), await product.link(HANK)
    async with refused_by_the_database("organization", "UPDATE"):  # of its figures, once the new user is written
        assert (await browser.do("openSetupLink", token=token)).refused == ["INTERNAL"]
    assert not await has_come(HANK)
    assert not await OrganizationUser.filter(email_key=HANK).exists()
    assert not (await browser.do("openSetupLink", token=token)).refused
    assert (await OrganizationUser.get(email_key=HANK)).administrator is True


async def test_the_link_into_a_locked_mailbox_works_again_if_it_failed_on_the_way(product: Product) -> None:
    await product.place()
    await lock(product)
    browser = product.browser()
    await browser.do("requestSignIn", email=PAT)  # which mails the owner the link
    token = await mailed_link(product)
    async with refused_by_the_database("session", "INSERT"):
        assert (await browser.do("signInByLink", token=token)).refused == ["INTERNAL"]
    assert not await has_come(PAT)
    assert not (await browser.do("signInByLink", token=token)).refused
    assert await viewer(browser) == PAT
    assert (await product.browser().do("signInByLink", token=token)).refused == ["EXPIRED"]


async def test_a_code_that_is_sent_several_times_at_once_opens_one_session(product: Product) -> None:
    await handed_over(product)
    browser, code = await asked(product, USER)
    answers = await asyncio.gather(*(browser.do("signIn", email=USER, code=code) for _ in range(4)))
    assert sorted(answer.refused for answer in answers) == [[], *[["CODE_INVALID"]] * 3]
    assert await Session.filter(email_key=USER).count() == 1
