"""SECRET_KEY is changed while people go on: what the key before protected is believed, until that key is gone."""

from collections.abc import Callable, Iterator

import pytest

from backend import clock, database
from backend.models.person import SignInCode
from backend.provisioning import reminder_rhythm
from backend.provisioning.browsers import MAX_MAILBOXES, Browser
from backend.settings import settings
from tests.product import Product

PAT = "pat@partner.example"
OLD, NEW = "o" * 32, "n" * 32
Keys = Callable[..., None]


@pytest.fixture
def keys() -> Iterator[Keys]:
    """Sets SECRET_KEY and OTHER_SECRET_KEY, as a node that starts anew has them."""
    with pytest.MonkeyPatch.context() as patch:

        def have(key: str, other: str = "") -> None:
            patch.setenv("SECRET_KEY", key)
            patch.setenv("OTHER_SECRET_KEY", other)
            settings.cache_clear()

        yield have
    settings.cache_clear()


async def test_a_code_of_one_node_is_taken_by_another_at_each_step_of_the_change(product: Product, keys: Keys) -> None:
    await product.place()
    steps = [((OLD, ""), (OLD, NEW)), ((OLD, NEW), (NEW, OLD)), ((NEW, OLD), (NEW, ""))]
    nodes = [pair for before, after in steps for pair in ((before, after), (after, before))]
    for issuer, taker in nodes:
        browser = product.browser()
        keys(*issuer)
        await browser.do("requestSignIn", email=PAT)
        code = await product.code(PAT)
        keys(*taker)
        wrong = f"{(int(code) + 1) % 10**6:06}"
        assert (await browser.do("signIn", email=PAT, code=wrong)).refused == ["CODE_INVALID"]
        assert (await browser.do("signIn", email=PAT, code=code)).refused == []
        assert not await SignInCode.exists()


async def test_a_code_of_a_key_that_is_gone_is_wrong(product: Product, keys: Keys) -> None:
    await product.place()
    browser = product.browser()
    keys(OLD)
    await browser.do("requestSignIn", email=PAT)
    code = await product.code(PAT)
    keys(NEW)
    assert (await browser.do("signIn", email=PAT, code=code)).refused == ["CODE_INVALID"]


async def test_a_newer_code_voids_that_of_the_other_key(product: Product, keys: Keys) -> None:
    await product.place()
    browser = product.browser()
    for key, other in ((OLD, NEW), (NEW, OLD), (OLD, NEW)):
        before = await product.code(PAT) if await SignInCode.exists() else ""
        keys(key, other)
        await browser.do("requestSignIn", email=PAT)
        assert await SignInCode.all().count() == 1
        if before and before != await product.code(PAT):
            assert (await browser.do("signIn", email=PAT, code=before)).refused == ["CODE_INVALID"]
    assert (await browser.do("signIn", email=PAT, code=await product.code(PAT))).refused == []


async def test_sessions_and_links_need_no_key(product: Product, keys: Keys) -> None:
    keys(OLD)
    id = (await product.place())["id"]
    signed_in = await product.signed_in(PAT)
    keys(NEW)
    opened = await product.opened(PAT)  # by the link that was mailed before
    for browser in (opened, signed_in):
        assert (await browser.order(id))["viewerRole"] == "PROVISIONING_CONTACT"


async def test_the_link_that_ends_reminders_stays_good_as_long_as_its_key_is_believed(db: str, keys: Keys) -> None:
    keys(OLD)
    async with database.transaction():
        person = await reminder_rhythm.open_person(PAT, PAT, clock.now())
    token = reminder_rhythm.page_of(person).rpartition("/")[2]
    for key, other, good in ((OLD, NEW, True), (NEW, OLD, True), (NEW, "", False)):
        keys(key, other)
        assert (await reminder_rhythm.find(token) is not None) is good


def test_a_browser_stays_known_and_is_marked_anew_with_the_key_of_now(keys: Keys) -> None:
    keys(OLD)
    marks = ""
    for email in (PAT, "lee@partner.example"):
        marks = Browser("secret", marks).marked(email)
    keys(NEW)
    assert not Browser("secret", marks).knows(PAT)
    keys(NEW, OLD)
    assert Browser("secret", marks).knows(PAT)
    assert not Browser("another", marks).knows(PAT)
    assert not Browser("secret", marks).knows("max@partner.example")
    anew = Browser("secret", marks).marked(PAT)
    assert len(anew.split(".")) == 2 < MAX_MAILBOXES
    assert Browser("secret", anew).caller(PAT) == Browser("secret", marks).caller(PAT) != ""
    keys(NEW)
    assert Browser("secret", anew).knows(PAT)
    assert not Browser("secret", anew).knows("lee@partner.example")
