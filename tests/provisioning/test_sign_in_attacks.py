"""Strangers who ask for codes and guess them: the owner of the mailbox gets in all the same, and they never do."""

import asyncio

import pytest

from backend.models.outbox import EmailMessage
from backend.models.person import WrongCode
from tests.api import Answer, Caller
from tests.product import Product

PAT = "pat@partner.example"
NOBODY = "nobody@partner.example"
VIEWER = "{ viewer { email } }"


async def viewer(caller: Caller) -> str | None:
    found = (await caller.ask(VIEWER))["viewer"]
    return str(found["email"]) if found else None


async def ask(product: Product, address: str, email: str = PAT) -> Answer:
    return await product.browser(address=address).do("requestSignIn", email=email)


async def guess(product: Product, address: str, times: int, email: str = PAT) -> list[str]:
    """What a stranger's wrong codes are answered with: five for each code that they ask for, at ten codes an hour."""
    answers: list[str] = []
    while len(answers) < times:
        stranger = product.browser(address=address)
        asked = await stranger.do("requestSignIn", email=email)
        if asked.refused:
            return answers + asked.refused
        code = await product.code(email) if email == PAT else "000000"
        wrong = f"{(int(code) + 1) % 10**6:06}"
        for _ in range(min(5, times - len(answers))):
            answers += (await stranger.do("signIn", email=email, code=wrong)).refused
    return answers


async def lock(product: Product, email: str = PAT) -> list[str]:
    """A hundred wrong codes, from two networks and in two hours."""
    return await guess(product, "192.0.2.1", 50, email) + await guess(product, "192.0.2.2", 50, email)


async def mailed_link(product: Product) -> str:
    links = [link for mail in await product.mails(to=PAT) for link in mail["links"] if "/sign-in#" in link]
    return str(links[0]).partition("#")[2]


async def test_three_networks_use_up_a_mailbox_and_its_owners_own_browser_still_gets_a_code(product: Product) -> None:
    await product.place()
    owner = await product.signed_in(PAT)
    await owner.ask("mutation { signOut { viewer { email } } }")
    product.later(hours=1, seconds=1)
    for number in range(30):
        assert not (await ask(product, f"192.0.2.{number % 3}")).refused
    used_up = await ask(product, "198.51.100.7")
    assert used_up.payload["accepted"] is False
    [error] = used_up.payload["userErrors"]
    assert (error["code"], error["message"][-16:]) == ("TOO_MANY_ATTEMPTS", "again in 60 min.")
    before = len(await product.mails(to=PAT, kind="SIGN_IN_CODE"))
    for _ in range(10):
        assert not (await owner.do("requestSignIn", email=PAT)).refused
    assert len(await product.mails(to=PAT, kind="SIGN_IN_CODE")) == before + 10
    assert not (await owner.do("signIn", email=PAT, code=await product.code(PAT))).refused
    assert (await owner.do("requestSignIn", email=PAT)).refused == ["TOO_MANY_ATTEMPTS"]
    product.later(hours=1)
    assert not (await ask(product, "198.51.100.7")).refused


async def test_an_office_that_used_up_its_limits_does_not_stop_who_signed_in_before(product: Product) -> None:
    await product.place()
    owner = await product.opened(PAT)  # a setup link makes the browser known as well
    for number in range(20):
        await product.browser().do("requestSignIn", email=f"u{number}@partner.example")
    assert (await product.browser().do("requestSignIn", email=PAT)).refused == ["RATE_LIMITED"]
    assert not (await owner.do("requestSignIn", email=PAT)).refused
    assert not (await owner.do("signIn", email=PAT, code=await product.code(PAT))).refused


async def test_a_network_of_ipv6_counts_as_one(product: Product) -> None:
    await product.place()
    for number in range(10):
        assert not (await ask(product, f"2001:db8:0:7::{number + 1:x}")).refused
    assert (await ask(product, "2001:db8:0:7:ffff::1")).refused == ["TOO_MANY_ATTEMPTS"]
    assert not (await ask(product, "2001:db8:0:8::1")).refused
    assert not (await ask(product, "::ffff:192.0.2.9")).refused


@pytest.mark.parametrize("email", [PAT, NOBODY])
async def test_used_up_codes_and_wrong_ones_are_answered_alike_for_every_address(product: Product, email: str) -> None:
    await product.place()
    assert await lock(product, email) == ["CODE_INVALID"] * 99 + ["TOO_MANY_ATTEMPTS"]
    refused = await ask(product, "198.51.100.7", email)
    assert refused.payload["accepted"] is False
    assert [error["message"][:31] for error in refused.payload["userErrors"]] == ["Too many wrong codes were enter"]
    mails = [mail for mail in await product.mails() if any("/sign-in#" in link for link in mail["links"])]
    assert [mail["to"] for mail in mails] == ([PAT] if email == PAT else [])
    assert not await EmailMessage.filter(recipient=NOBODY).exists()


async def test_after_a_hundred_wrong_codes_even_the_right_one_is_not_taken_from_an_unknown_browser(
    product: Product,
) -> None:
    await product.place()
    thief, owner = product.browser(address="198.51.100.1"), await product.signed_in(PAT)
    product.later(hours=1, seconds=1)
    await guess(product, "192.0.2.1", 50)
    await guess(product, "192.0.2.2", 49)
    await thief.do("requestSignIn", email=PAT)
    code = await product.code(PAT)
    assert await guess(product, "192.0.2.3", 1) == ["TOO_MANY_ATTEMPTS"]
    assert (await thief.do("signIn", email=PAT, code=code)).refused == ["TOO_MANY_ATTEMPTS"]
    assert await viewer(thief) is None
    assert not (await owner.do("requestSignIn", email=PAT)).refused
    assert not (await owner.do("signIn", email=PAT, code=await product.code(PAT))).refused
    assert not (await ask(product, "198.51.100.1")).refused  # the owner's success starts the count anew


async def test_guesses_at_once_are_counted_one_by_one(product: Product) -> None:
    await product.place()
    await guess(product, "192.0.2.1", 48)
    await guess(product, "192.0.2.2", 49)
    tabs = [product.browser(address=f"198.51.100.{number}") for number in range(4)]
    for tab in tabs:
        await tab.do("requestSignIn", email=PAT)
    code = await product.code(PAT)
    wrong = f"{(int(code) + 1) % 10**6:06}"
    answers = await asyncio.gather(*(tab.do("signIn", email=PAT, code=wrong) for tab in tabs for _ in range(3)))
    refused = [answer.refused[0] for answer in answers]
    assert refused.count("CODE_INVALID") <= 3
    assert refused.count("TOO_MANY_ATTEMPTS") >= 9
    assert (await tabs[-1].do("signIn", email=PAT, code=code)).refused == ["TOO_MANY_ATTEMPTS"]
    assert len([mail for mail in await product.mails() if "/sign-in#" in mail["text"]]) == 1


async def test_a_success_starts_the_count_anew(product: Product) -> None:
    await product.place()
    await guess(product, "192.0.2.1", 49)
    product.later(hours=1, seconds=1)
    await product.signed_in(PAT)
    assert not await WrongCode.exists()


async def test_a_known_browser_is_known_no_more_after_a_hundred_wrong_codes_of_its_own(product: Product) -> None:
    await product.place()
    once = await product.opened(PAT)
    for number in range(20):
        if number == 10:
            product.later(hours=1, seconds=1)
        assert not (await once.do("requestSignIn", email=PAT)).refused
        wrong = f"{(int(await product.code(PAT)) + 1) % 10**6:06}"
        for _ in range(5):
            assert (await once.do("signIn", email=PAT, code=wrong)).refused == ["CODE_INVALID"]
    assert not (await ask(product, "198.51.100.1")).refused  # others are not concerned
    await lock(product)
    assert (await once.do("requestSignIn", email=PAT)).refused == ["TOO_MANY_ATTEMPTS"]


async def test_the_mailed_link_signs_in_once_and_for_a_day(product: Product) -> None:
    await product.place()
    await lock(product)
    token = await mailed_link(product)
    owner = product.browser(address="198.51.100.1")
    assert (await owner.do("requestSignIn", email=PAT)).refused == ["TOO_MANY_ATTEMPTS"]
    assert await mailed_link(product) == token  # one mail, however often somebody asks
    signed_in = await owner.do("signInByLink", token=token)
    assert signed_in.payload["viewer"]["email"] == PAT
    assert (await product.browser().do("signInByLink", token=token)).refused == ["EXPIRED"]
    assert not (await ask(product, "198.51.100.2")).refused


async def test_a_link_that_ran_out_is_replaced_when_its_owner_comes_back(product: Product) -> None:
    await product.place()
    await lock(product)
    old = await mailed_link(product)
    product.later(hours=24)
    owner = product.browser(address="198.51.100.1")
    assert (await owner.do("signInByLink", token=old)).refused == ["EXPIRED"]
    assert (await owner.do("requestSignIn", email=PAT)).refused == ["TOO_MANY_ATTEMPTS"]
    new = await mailed_link(product)
    assert new != old
    assert (await owner.do("signInByLink", token=new)).payload["viewer"]["email"] == PAT


@pytest.mark.parametrize("forged", ["x", "0" * 64, ".".join(["0" * 64] * 500), "é" * 64])
async def test_a_browser_can_not_make_itself_known(product: Product, forged: str) -> None:
    await product.place()
    await lock(product)
    stranger = product.browser(address="198.51.100.1")
    await stranger.do("requestSignIn", email="else@partner.example")
    cookies = f"browser={stranger.http.cookies['browser']}; mailboxes={forged}".encode()
    stranger.http.cookies.clear()
    stranger.http.headers.update([(b"cookie", cookies)])
    assert (await stranger.do("requestSignIn", email=PAT)).refused == ["TOO_MANY_ATTEMPTS"]


async def test_a_mark_is_for_one_browser_and_a_browser_has_three(product: Product) -> None:
    await product.directory()
    people = ["admin@north.example", "admin@south.example", "user@north.example", "user@south.example"]
    shared = product.browser()
    for email in people:
        await shared.do("requestSignIn", email=email)
        assert not (await shared.do("signIn", email=email, code=await product.code(email))).refused
    marks = shared.http.cookies["mailboxes"].split(".")
    assert len(marks) == 3
    assert not any(email in shared.http.cookies["mailboxes"] for email in people)
    for number in range(30):
        await ask(product, f"192.0.2.{number % 3}", people[-1])
    other = product.browser(address="198.51.100.1")
    other.http.cookies.set("mailboxes", ".".join(marks))
    assert (await other.do("requestSignIn", email=people[-1])).refused == ["TOO_MANY_ATTEMPTS"]
    assert not (await shared.do("requestSignIn", email=people[-1])).refused
