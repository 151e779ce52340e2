"""Signing in: the mailbox is the account."""

import re
from datetime import timedelta

import pytest

from backend.models.outbox import EmailMessage
from backend.models.person import Session, SignInCode
from backend.provisioning import codes
from tests.api import Caller
from tests.product import Product
from tests.statements import sent

PAT = "pat@partner.example"
VIEWER = "{ viewer { email roles scopes sessionExpiresAt } }"


async def viewer(caller: Caller) -> str | None:
    found = (await caller.ask(VIEWER))["viewer"]
    return str(found["email"]) if found else None


async def sign_out(caller: Caller, *, everywhere: bool = False) -> None:
    await caller.ask("mutation ($all: Boolean) { signOut(everywhere: $all) { viewer { email } } }", all=everywhere)


async def test_a_code_of_six_digits_from_the_mailbox_opens_everything_of_it(product: Product) -> None:
    ids = [(await product.place())["id"] for _ in range(2)]
    browser = product.browser()
    assert (await browser.do("requestSignIn", email=" PAT@Partner.example ")).payload["accepted"] is True
    [mail] = await product.mails(kind="SIGN_IN_CODE")
    assert len(re.findall(r"\d{6}", mail["text"])) == 1
    signed_in = await browser.do("signIn", email=PAT, code=await product.code(mail["to"]))
    assert signed_in.payload["viewer"]["roles"] == ["PROVISIONING_CONTACT"]
    for id in ids:
        assert (await browser.order(id))["viewerRole"] == "PROVISIONING_CONTACT"


@pytest.mark.parametrize(
    "pasted",
    [
        *(
            "950492",
            " 950492\n",
            "950 492",
            "950-492",
            "950\u00a0492",
            "９５０４９２",
            "９５０　４９２",
            "٩٥٠٤٩٢",
            "९५०४९२",
        ),
        *(
            "ord DE-4500127: 950492",
            "ord DE-4500127: 950\u200b492",
            "Ihr Code lautet 950492.",
            "950492 · Enter this code",
            "code:950492",
            "9 5 0 4 9 2",
        ),
        *("DE-450012: 950492", "950492 (Bestellung 4500127)", "「950492」", "\u2068950492\u2069", "\ufeff950492"),
    ],
)
def test_a_code_is_found_in_what_people_paste(pasted: str) -> None:
    assert codes.read(pasted) == "950492"


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "none", "DE-4500127"])
def test_what_holds_no_code_is_none(typed: str) -> None:
    assert not re.fullmatch("[0-9]{6}", codes.read(typed))


async def test_a_code_in_full_width_digits_signs_in(product: Product) -> None:
    await product.place()
    browser = product.browser()
    await browser.do("requestSignIn", email=PAT)
    typed = "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in await product.code(PAT))
    assert (await browser.do("signIn", email=PAT, code=f"{typed[:3]} {typed[3:]}")).refused == []


async def test_an_unknown_address_gets_the_same_answer_and_no_mail(product: Product) -> None:
    await product.place()
    known = await product.browser().do("requestSignIn", email=PAT)
    unknown = await product.browser().do("requestSignIn", email="nobody@partner.example")
    assert known.payload == unknown.payload == {"accepted": True, "userErrors": []}
    assert {mail["to"] for mail in await product.mails(kind="SIGN_IN_CODE")} == {PAT}
    assert not await EmailMessage.filter(recipient="nobody@partner.example").exists()


async def test_a_code_that_was_asked_for_an_unknown_address_opens_nothing(product: Product) -> None:
    browser = product.browser()
    await browser.do("requestSignIn", email="nobody@partner.example")
    answer = await browser.do("signIn", email="nobody@partner.example", code="123456")
    assert answer.refused == ["CODE_INVALID"]


async def test_the_contact_of_an_order_that_has_not_started_is_unknown(product: Product) -> None:
    await product.place(requestedStartDate=(product.now + timedelta(days=30)).date().isoformat())
    await product.browser().do("requestSignIn", email=PAT)
    assert await product.mails() == []


async def test_an_address_that_is_none_is_refused(product: Product) -> None:
    assert (await product.browser().do("requestSignIn", email="pat")).fields == {"email": "INVALID"}
    assert (await product.browser().do("requestSignIn", email="")).fields == {"email": "REQUIRED"}
    assert (await product.browser().do("signIn", email=PAT, code=" ")).fields == {"code": "REQUIRED"}


async def test_a_code_has_five_tries(product: Product) -> None:
    await product.place()
    browser = product.browser()
    await browser.do("requestSignIn", email=PAT)
    code = await product.code(PAT)
    wrong = f"{(int(code) + 1) % 10**6:06}"
    for _ in range(5):
        assert (await browser.do("signIn", email=PAT, code=wrong)).refused == ["CODE_INVALID"]
    assert (await browser.do("signIn", email=PAT, code=code)).refused == ["TOO_MANY_ATTEMPTS"]
    assert await viewer(browser) is None
    await browser.do("requestSignIn", email=PAT)
    assert not (await browser.do("signIn", email=PAT, code=await product.code(PAT))).refused


@pytest.mark.parametrize(("minutes", "refused"), [(9.9, []), (10, ["EXPIRED"])])
async def test_a_code_holds_for_ten_minutes(product: Product, minutes: float, refused: list[str]) -> None:
    await product.place()
    browser = product.browser()
    await browser.do("requestSignIn", email=PAT)
    code = await product.code(PAT)
    product.later(minutes=minutes)
    assert (await browser.do("signIn", email=PAT, code=code)).refused == refused


async def test_a_code_works_once_and_only_in_the_browser_that_asked(product: Product) -> None:
    await product.place()
    browser, thief = product.browser(), product.browser()
    await browser.do("requestSignIn", email=PAT)
    code = await product.code(PAT)
    assert (await thief.do("signIn", email=PAT, code=code)).refused == ["CODE_INVALID"]
    assert not (await browser.do("signIn", email=PAT, code=code)).refused
    assert (await browser.do("signIn", email=PAT, code=code)).refused == ["CODE_INVALID"]


async def test_codes_and_sessions_are_kept_only_as_hashes(product: Product) -> None:
    await product.place()
    browser = await product.signed_in(PAT)
    await product.browser().do("requestSignIn", email=PAT)
    code = await product.code(PAT)
    stored = str([*await SignInCode.all().values(), *await Session.all().values()])
    assert f"'{code}'" not in stored
    assert browser.http.cookies["session"] not in stored


async def test_the_session_changes_at_sign_in(product: Product) -> None:
    await product.place()
    browser = await product.opened(PAT)
    before = browser.http.cookies["session"]
    await browser.do("requestSignIn", email=PAT)
    await browser.do("signIn", email=PAT, code=await product.code(PAT))
    assert browser.http.cookies["session"] != before
    old = product.browser()
    old.http.cookies.set("session", before)
    assert await viewer(old) is None


async def test_a_session_ends_after_eight_idle_hours_and_after_seven_days(product: Product) -> None:
    await product.place()
    idle, busy = await product.signed_in(PAT), await product.signed_in(PAT)
    for _ in range(24):
        product.later(hours=7)
        if await viewer(busy) is None:
            break
    else:
        pytest.fail("the session never ends")
    assert await viewer(idle) is None
    assert 6 * 24 < product.moved.total_seconds() / 3600 <= 7 * 24 + 7


async def test_each_answer_tells_how_many_seconds_the_session_lasts_from_then_on(product: Product) -> None:
    await product.place()
    person = await product.signed_in(PAT)

    async def left(caller: Caller) -> str | None:
        answer = await caller.http.post("/graphql", json={"query": "{ __typename }"})
        return answer.headers.get("session-expires-in")

    hour = 3600
    assert int(await left(person) or 0) == pytest.approx(8 * hour, abs=5)
    product.later(hours=7)
    assert int(await left(person) or 0) == pytest.approx(8 * hour, abs=5)
    for _ in range(22):
        product.later(hours=7)
        await left(person)
    assert int(await left(person) or 0) == pytest.approx(7 * hour, abs=5)  # seven days in all
    assert await left(product.browser()) is None


async def test_signing_out_ends_this_session_and_everywhere_all_of_them(product: Product) -> None:
    await product.place()
    one, two, three = [await product.signed_in(PAT) for _ in range(3)]
    cookie = one.http.cookies["session"]
    await sign_out(one)
    assert await viewer(one) is None
    one.http.cookies.set("session", cookie)
    assert await viewer(one) is None
    assert await viewer(two) == PAT
    await sign_out(two, everywhere=True)
    assert await viewer(three) is None


async def test_a_token_is_told_from_a_person_and_a_bad_one_is_refused(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    found = (await seller.ask(VIEWER))["viewer"]
    assert found == {
        "email": "",
        "roles": ["INTEGRATOR"],
        "scopes": ["orders:read", "orders:write"],
        "sessionExpiresAt": None,
    }
    assert (await product.browser(token="chub_wrong").send(VIEWER)).refused == ["UNAUTHENTICATED"]
    product.later(days=366)
    assert (await seller.send(VIEWER)).refused == ["UNAUTHENTICATED"]


async def test_people_of_a_partner_organization_without_an_order_can_sign_in(product: Product) -> None:
    await product.directory()
    browser = await product.signed_in("admin@north.example")
    organizations = await browser.ask("{ viewer { roles organizations { displayName viewerRole } } }")
    assert organizations["viewer"] == {
        "roles": ["PARTNER_ADMINISTRATOR"],
        "organizations": [{"displayName": "North", "viewerRole": "FULL_ADMINISTRATOR"}],
    }


async def test_a_mailbox_is_not_flooded_with_codes(product: Product) -> None:
    await product.place()
    for _ in range(10):
        assert (await product.browser().do("requestSignIn", email=PAT)).payload["accepted"] is True
    assert (await product.browser().do("requestSignIn", email=PAT)).refused == ["TOO_MANY_ATTEMPTS"]
    assert len(await product.mails(to=PAT, kind="SIGN_IN_CODE")) == 10


async def test_an_address_of_the_network_asks_for_twenty_codes_an_hour(product: Product) -> None:
    for number in range(20):
        assert (await product.browser().do("requestSignIn", email=f"u{number}@partner.example")).payload["accepted"]
    assert (await product.browser().do("requestSignIn", email=PAT)).refused == ["RATE_LIMITED"]


async def test_the_mail_with_the_code_speaks_the_language_of_the_browser(product: Product) -> None:
    await product.place()
    await product.browser(language="de-DE,de;q=0.9").do("requestSignIn", email=PAT)
    [mail] = await product.mails(kind="SIGN_IN_CODE")
    assert "Minuten" in mail["text"]


async def test_asking_for_a_code_does_the_same_work_for_every_address(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    await product.place()
    browser, seen = product.browser(), set()
    await browser.do("requestSignIn", email="first@partner.example")
    for email in (PAT, "nobody@partner.example", "nobody@nowhere.example"):
        with sent(monkeypatch) as statements:
            assert (await browser.do("requestSignIn", email=email)).payload["accepted"]
        seen.add(tuple(statements))
    assert len(seen) == 1


async def test_an_address_of_the_network_tries_codes_a_hundred_and_twenty_times_an_hour(product: Product) -> None:
    await product.place()
    browser = product.browser()
    await browser.do("requestSignIn", email=PAT)
    code = await product.code(PAT)
    for number in range(120):
        email = f"u{number}@partner.example"
        assert (await browser.do("signIn", email=email, code="000000")).refused == ["CODE_INVALID"]
    assert (await browser.do("signIn", email=PAT, code=code)).refused == ["RATE_LIMITED"]
    product.later(hours=1, seconds=1)
    assert (await browser.do("signIn", email=PAT, code=code)).refused == ["EXPIRED"]
