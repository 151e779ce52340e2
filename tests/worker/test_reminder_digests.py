"""Who has more than three orders waiting gets one mail a day with all of them, as often as they want it."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest

from backend import clock, database, erasure
from backend.mail.transport import DeliveryResult, MailboxTransport, Outcome
from backend.models.order import OrderEvent
from backend.models.outbox import EmailMessage
from backend.models.person import RemindedPerson, ReminderRhythm
from backend.provisioning import reminder_digests, reminder_rhythm, retention
from backend.provisioning.reminder_rhythm import Delivery, delivery
from backend.worker.compose import still_goes_alone
from backend.worker.loop import Worker
from tests.product import Product
from tests.worker.test_mail import emails
from tests.worker.test_throttle import relay, working

PAT, PAGE = "pat@partner.example", "/reminders/"
ONE_CLICK = b"List-Unsubscribe=One-Click"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


async def pass_on(product: Product, **time: float) -> None:
    """Let time pass, and what is due happen."""
    product.later(**time)
    await product.worker.run_due_transitions()
    await product.deliver()


async def reminders(product: Product, to: str = PAT) -> list[Any]:
    """The reminders that arrived, newest first."""
    return await product.mails(to, "REMINDER")


def listed(mail: Any) -> list[str]:
    """The orders that a digest names, in its order."""
    return re.findall(r"^(W-\d+):", mail["text"], re.MULTILINE)


def path_of(mail: Any) -> str:
    """Where a reminder's link to how often they come leads."""
    [link] = [link for link in mail["links"] if PAGE in link]
    return PAGE + str(link).partition(PAGE)[2]


def token_of(mail: Any) -> str:
    """The token in that link."""
    return path_of(mail).removeprefix(PAGE)


async def headers_of(**which: Any) -> Any:
    """The headers of the newest mail that fits."""
    mail = await EmailMessage.filter(mime__not_isnull=True, **which).order_by("-id").first()
    assert mail is not None
    return message_from_bytes(mail.mime or b"", policy=policy.default)


async def chosen(product: Product, rhythm: str | None, email: str = PAT) -> None:
    """Somebody who signed in chooses how often they are reminded."""
    person = await product.signed_in(email)
    assert not (await person.do("chooseReminders", rhythm=rhythm)).refused


async def test_more_than_three_orders_are_one_mail_a_day_with_all_of_them(product: Product) -> None:
    first = [await product.place(companyName=f"Company {number}") for number in range(3)]
    product.later(days=1)
    urgent = await product.place(offer="Webex Suite Express")
    await product.deliver()
    await pass_on(product, days=2, minutes=1)
    [mail] = await reminders(product)
    assert mail["subject"] == "Reminder: 4 orders are waiting for you"
    orders = [urgent, *first]
    assert listed(mail) == [order["orderNumber"] for order in orders]
    due = datetime.fromisoformat(urgent["deadline"]).strftime("%-d %B %Y (UTC)")
    assert f"{urgent['orderNumber']}: Acme, due {due}\n" in mail["text"]
    for link, order in zip([one for one in mail["links"] if "/setup#" in one], orders, strict=True):
        opened = await product.browser().do("openSetupLink", token=link.partition("#")[2])
        assert opened.order["id"] == order["id"]
    # Nothing more for a day; then the express order is to be reminded of.
    await pass_on(product, hours=23)
    assert len(await reminders(product)) == 1
    for _ in range(2):
        await pass_on(product, hours=2)
        assert len(await reminders(product)) == 2


async def test_the_orders_that_it_lists_tell_what_became_of_it(product: Product) -> None:
    placed = [await product.place() for _ in range(4)]
    await product.deliver()
    await pass_on(product, days=3, minutes=1)
    subject = "Reminder: 4 orders are waiting for you"
    for order in placed:
        [told, *_] = await emails(product, order["id"])
        assert (told["kind"], told["state"], told["subject"]) == ("REMINDER", "SENT", subject)
    seller = await product.integrator("cloud-sales")
    query = "query ($id: ID!) { order(id: $id) { timeline { edges { node { summary } } } } }"
    found = await seller.ask(query, id=placed[0]["id"])
    assert found["order"]["timeline"]["edges"][0]["node"]["summary"] == f"Email sent: {subject}"


class Refusing(MailboxTransport):
    """A server that refuses as often as it is told to."""

    def __init__(self, outcome: Outcome) -> None:
        self.answers = [DeliveryResult(outcome, "No such mailbox")]

    async def deliver(self, sender: str, recipient: str, mime: bytes) -> DeliveryResult:
        return self.answers.pop() if self.answers else await super().deliver(sender, recipient, mime)


async def test_a_digest_that_does_not_arrive_raises_the_alarm_of_each_of_its_orders(product: Product) -> None:
    placed = [await product.place() for _ in range(4)]
    await product.deliver()
    product.later(days=3, minutes=1)
    product.worker.mailer.transport = Refusing(Outcome.FAILED)
    await product.worker.run_due_transitions()
    while await product.worker.deliver_one():
        pass
    seller = await product.integrator("cloud-sales")
    for order in placed:
        found = await seller.ask("query ($id: ID!) { order(id: $id) { undeliveredTo } }", id=order["id"])
        assert found["order"]["undeliveredTo"] == PAT


@pytest.mark.parametrize(
    ("rhythm", "few", "many", "last"),
    [
        (None, Delivery.ALONE, Delivery.DIGEST, Delivery.ALONE),
        (ReminderRhythm.EACH, Delivery.ALONE, Delivery.ALONE, Delivery.ALONE),
        (ReminderRhythm.DAILY, Delivery.DIGEST, Delivery.DIGEST, Delivery.DIGEST),
        (ReminderRhythm.WEEKLY, Delivery.DIGEST, Delivery.DIGEST, Delivery.DIGEST),
        (ReminderRhythm.OWN_TURN, Delivery.NOT, Delivery.NOT, Delivery.ALONE),
    ],
)
def test_what_becomes_of_a_reminder(
    rhythm: ReminderRhythm | None, few: Delivery, many: Delivery, last: Delivery
) -> None:
    assert delivery(rhythm, 3, last=False) is few
    assert delivery(rhythm, 4, last=False) is many
    assert delivery(rhythm, 3, last=True) is last


def test_a_day_is_twenty_four_hours_also_when_clocks_change() -> None:
    before = datetime(2027, 3, 27, 12, tzinfo=UTC)
    person = reminder_rhythm.RemindedPerson(
        id=1, email_key=PAT, email=PAT, rhythm=None, language=None, digest_due_at=None, digest_sent_at=before
    )
    assert person.next_digest(before + timedelta(hours=1)) == before + timedelta(hours=24)
    assert person.next_digest(before + timedelta(hours=25)) == before + timedelta(hours=25)


async def days_of_mails(product: Product, days: int) -> list[int]:
    """The days on which a reminder arrives, each once for each mail."""
    found, seen = list[int](), 0
    for day in range(1, days + 1):
        await pass_on(product, days=1)
        now = len(await reminders(product))
        found += [day] * (now - seen)
        seen = now
    return found


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        (None, [3, 7, 28]),
        ("EACH", [*[3] * 4, *[7] * 4, *[28] * 4]),
        ("DAILY", [3, 7, 28]),
        ("WEEKLY", [3, 10, 28]),
        ("OWN_TURN", [*[28] * 4]),
    ],
)
async def test_each_person_chooses_how_often(product: Product, rhythm: str | None, days: list[int]) -> None:
    for _ in range(4):
        await product.place()
    await product.deliver()
    await chosen(product, rhythm)
    product.later(minutes=5)
    assert await days_of_mails(product, 29) == days


async def test_an_order_that_closes_before_the_next_digest_is_told_alone(product: Product) -> None:
    await product.place()
    await product.deliver()
    await chosen(product, "WEEKLY")
    await pass_on(product, days=3, minutes=1)
    express = await product.place(offer="Webex Suite Express")
    await product.deliver()
    await pass_on(product, days=3, minutes=1)  # the next digest comes in four days, as the order closes
    alone, _ = await reminders(product)
    assert alone["subject"].startswith(f"Reminder: complete order {express['orderNumber']} by ")


async def test_what_was_done_or_handed_over_meanwhile_is_not_listed_and_an_empty_digest_is_not_sent(
    product: Product,
) -> None:
    seller = await product.integrator("cloud-sales")
    placed = [await product.place(seller) for _ in range(5)]
    await product.deliver()
    product.later(days=3, minutes=1)
    await product.worker.run_due_transitions()
    assert await EmailMessage.filter(kind="REMINDER", state="QUEUED").count() == 1
    await seller.do("cancelOrder", orderId=placed[0]["id"])
    await seller.do("changeProvisioningContact", orderId=placed[1]["id"], email="eve@partner.example")
    [mail] = await reminders(product)
    assert sorted(listed(mail)) == [order["orderNumber"] for order in placed[2:]]
    assert await reminders(product, "eve@partner.example") == []
    await pass_on(product, days=3, hours=23)
    product.later(hours=1)
    await product.worker.run_due_transitions()
    for order in placed[2:]:
        await seller.do("cancelOrder", orderId=order["id"])
    assert len(await reminders(product)) == 1
    assert not await EmailMessage.filter(kind="REMINDER", state="QUEUED").exists()


async def test_what_was_chosen_since_a_reminder_was_queued_counts(product: Product) -> None:
    id = (await product.place())["id"]
    await product.deliver()

    async def choose_while_queued(days: int, rhythm: str) -> None:
        product.later(days=days, minutes=1)
        await product.worker.run_due_transitions()
        assert await EmailMessage.filter(kind="REMINDER", state="QUEUED").count() == 1
        async with database.transaction():
            await reminder_rhythm.choose(PAT, PAT, ReminderRhythm(rhythm), clock.now())
        await product.deliver()

    async def told() -> list[str]:
        seller = await product.integrator("cloud-sales")
        found = await seller.ask(
            "query ($id: ID!) { order(id: $id) { timeline { edges { node { summary } } } } }", id=id
        )
        return [edge["node"]["summary"] for edge in found["order"]["timeline"]["edges"]]

    await choose_while_queued(3, "OWN_TURN")
    assert await reminders(product) == []
    dropped = f"Did not send the reminder to {PAT}: no longer needed, or wanted another way"
    assert (await told())[:2] == [dropped, f"Wrote a reminder to {PAT}"]
    await chosen(product, "EACH")
    await choose_while_queued(4, "DAILY")
    assert await reminders(product) == []
    await pass_on(product, seconds=1)
    [mail] = await reminders(product)
    assert mail["subject"] == "Reminder: 1 order is waiting for you"
    await choose_while_queued(21, "OWN_TURN")  # it closes in two days, which is told whatever was chosen
    assert len(await reminders(product)) == 2
    assert (await headers_of(kind="REMINDER"))["List-Unsubscribe"] is None


async def test_a_worker_that_was_stopped_for_long_leaves_a_reminder_that_another_one_sent(product: Product) -> None:
    await product.place()
    await product.deliver()
    product.later(days=3, minutes=1)
    await product.worker.run_due_transitions()
    [taken] = await database.rows("SELECT * FROM email_message WHERE kind = 'REMINDER'")
    await product.deliver()
    await chosen(product, "OWN_TURN")
    assert not await still_goes_alone(taken)
    assert await EmailMessage.filter(kind="REMINDER", state="SENT").count() == 1
    assert not await OrderEvent.filter(kind="reminder_dropped").exists()


async def test_two_workers_and_one_that_was_killed_send_it_once(product: Product) -> None:
    for _ in range(6):
        await product.place()
    await product.deliver()
    product.later(days=3, minutes=1)
    other = Worker(product.worker.mailer.settings)
    await asyncio.gather(product.worker.run_due_transitions(), other.run_due_transitions())
    [row] = await EmailMessage.filter(kind="REMINDER")
    # A worker that is killed after it composed, before the bytes were kept.
    async with database.transaction():
        assert await reminder_digests.write(row.id, PAT, clock.now())
    await asyncio.gather(product.deliver(), product.deliver())
    assert len(await reminders(product)) == 1
    assert await EmailMessage.filter(sent_with=row.id, state="SENT").count() == 6
    await asyncio.gather(product.worker.run_due_transitions(), other.run_due_transitions())
    assert await EmailMessage.filter(kind="REMINDER", sent_with=None).count() == 1


async def test_it_speaks_the_language_in_which_its_person_chose(product: Product) -> None:
    for _ in range(4):
        await product.place()
    pat = await product.signed_in(PAT)
    pat.language = "de"
    assert not (await pat.do("chooseReminders", rhythm="DAILY")).refused
    await pass_on(product, days=3, minutes=1)
    [mail] = await reminders(product)
    assert mail["subject"] == "Erinnerung: 4 Bestellungen warten auf Sie"
    due = (product.now + timedelta(days=27, minutes=-1)).date()
    assert f"Frist: {due.day}. " in mail["text"]


async def test_a_long_list_is_cut_and_leads_to_the_whole(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminder_digests, "MAX_LISTED", 4)
    for _ in range(6):
        await product.place()
    await product.deliver()
    await pass_on(product, days=3, minutes=1)
    [mail] = await reminders(product)
    assert len(listed(mail)) == 4
    assert "6 orders are waiting for you" in mail["subject"]
    assert "2 more are not listed here." in mail["text"]
    assert any(link.endswith("/orders?show=waiting&sort=DEADLINE_FIRST") for link in mail["links"])


async def test_only_reminders_can_be_ended_by_one_click(product: Product) -> None:
    await product.place()
    await product.deliver()
    await product.signed_in(PAT)
    await pass_on(product, days=3, minutes=1)
    [mail] = await reminders(product)
    told = await headers_of(kind="REMINDER")
    link = next(link for link in mail["links"] if PAGE in link)
    assert told["List-Unsubscribe"] == f"<{link}>"
    assert told["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    for kind in ("SETUP", "SIGN_IN_CODE"):
        assert (await headers_of(kind=kind))["List-Unsubscribe"] is None
        assert not any(PAGE in link for mail in await product.mails(PAT, kind) for link in mail["links"])


MULTIPART = (
    b'--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    {"Content-Type": "multipart/form-data; boundary=b"},
)


@pytest.mark.parametrize(
    ("body", "headers"),
    [(ONE_CLICK, FORM), MULTIPART, (ONE_CLICK + b"\r\n", {}), (ONE_CLICK, {"Content-Type": "text/plain"})],
)
async def test_one_click_ends_reminders_without_cookie_or_redirect_and_as_often_as_it_is_sent(
    product: Product, body: bytes, headers: dict[str, str]
) -> None:
    """Also in the other form that RFC 8058 allows; a link is good more than once (0xdps/emailflare#190)."""
    await product.place()
    await product.deliver()
    await pass_on(product, days=3, minutes=1)
    [mail] = await reminders(product)
    product.later(days=3)  # an old link
    for origin in ({}, {"Origin": "https://mail.example", "Sec-Fetch-Site": "cross-site"}):
        answer = await product.browser().http.post(path_of(mail), content=body, headers=headers | origin)
        assert (answer.status_code, answer.headers.get("Set-Cookie")) == (200, None)
        assert (await RemindedPerson.get(email_key=PAT)).rhythm is ReminderRhythm.OWN_TURN
    assert await days_of_mails(product, 2) == [1]  # the one that was there


async def test_scanners_that_follow_the_link_and_strangers_who_guess_it_change_nothing(product: Product) -> None:
    """Scanners unsubscribed 489 of 497 people who did not want it (hackwestern/hackwestern#846, usesend/useSend#412);
    what is answered tells nobody which links there are (MahoCommerce/maho#1058).
    """
    await product.place()
    await product.deliver()
    await pass_on(product, days=3, minutes=1)
    [mail] = await reminders(product)
    path, http = path_of(mail), product.browser().http
    await http.get(path)
    await http.head(path)
    for body, kind in (
        (b"", FORM),
        (b"a=b", FORM),
        (b"List-Unsubscribe=Other", FORM),
        (b"\xff" * 20_000, MULTIPART[1]),
        (MULTIPART[0].replace(b"name=", b"name*" + b"9" * 5_000 + b"="), MULTIPART[1]),
        (MULTIPART[0], {"Content-Type": f"multipart/form-data; boundary*{'9' * 5_000}=b"}),
    ):
        assert (await http.post(path, content=body, headers=kind)).status_code == 400
    number, _, signature = path.removeprefix(PAGE).partition("-")
    guessed = [f"{number}-{'a' * 24}", f"{int(number) + 1}-{signature}", f"{number}-{signature[:-1]}", "x" * 3_000]
    right = await http.post(f"{PAGE}{number}-{'b' * 24}", content=ONE_CLICK, headers=FORM)
    for token in guessed:
        answer = await http.post(f"{PAGE}{token}", content=ONE_CLICK, headers=FORM)
        assert (answer.status_code, answer.text) == (200, right.text)
        asked = "query ($token: String!) { reminderChoice(token: $token) { email } }"
        assert (await product.browser().ask(asked, token=token))["reminderChoice"] is None
        assert (await product.browser().do("chooseReminders", token=token)).refused == ["LINK_UNKNOWN"]
    assert (await RemindedPerson.get(email_key=PAT)).rhythm is None


async def test_the_link_shows_and_changes_the_choice_of_its_mailbox_and_nothing_else(product: Product) -> None:
    await product.place()
    await product.deliver()
    await pass_on(product, days=3, minutes=1)
    [mail] = await reminders(product)
    stranger, token = product.browser(), token_of(mail)
    asked = "query ($token: String!) { viewer { email } reminderChoice(token: $token) { email rhythm } }"
    shown = {"email": "p•••@partner.example", "rhythm": None}
    assert await stranger.ask(asked, token=token) == {"viewer": None, "reminderChoice": shown}
    answer = await stranger.do("chooseReminders", rhythm="WEEKLY", token=token)
    assert answer.payload["reminderChoice"] == shown | {"rhythm": "WEEKLY"}
    own = "{ viewer { reminderChoice { email rhythm } } }"
    pat = await product.signed_in(PAT)
    assert (await pat.ask(own))["viewer"]["reminderChoice"] == {"email": PAT, "rhythm": "WEEKLY"}
    assert not (await pat.do("chooseReminders", rhythm=None)).refused
    assert (await pat.ask(own))["viewer"]["reminderChoice"]["rhythm"] is None
    assert (await stranger.do("chooseReminders", rhythm="EACH")).refused == ["UNAUTHENTICATED"]
    for caller in (await product.opened(PAT), await product.integrator("cloud-sales")):
        assert (await caller.ask(own))["viewer"]["reminderChoice"] is None
        assert (await caller.do("chooseReminders", rhythm="EACH")).refused == ["FORBIDDEN"]


async def test_a_test_order_reminds_alone_and_leads_to_nobodys_choice(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    placed = [await product.place(seller, test=True) for _ in range(5)]
    for order in placed:
        await seller.do("advanceTestOrder", orderId=order["id"], by="P4D")
    await product.deliver()
    asked = "query ($id: ID!) { order(id: $id) { emails { kind text links } } }"
    told = [
        mail for mail in (await seller.ask(asked, id=placed[0]["id"]))["order"]["emails"] if mail["kind"] == "REMINDER"
    ]
    assert len(told) == 1
    assert not any(PAGE in link for link in told[0]["links"])
    assert await RemindedPerson.all().count() == 0


async def test_the_customers_administrators_are_asked_as_they_want_it(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    assert not (await contact.do("handOverToCustomer", orderId=order["id"])).refused
    await chosen(product, "DAILY", "admin@globex.example")
    await pass_on(product, days=7, minutes=1)
    [mail] = await reminders(product, "admin@globex.example")
    assert listed(mail) == [order["orderNumber"]]
    opened = await product.browser().do("openSetupLink", token=await product.link("admin@globex.example"))
    assert opened.order["id"] == order["id"]


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_the_timeline_tells_of_no_reminder_that_nobody_wants(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    assert not (await contact.do("handOverToCustomer", orderId=order["id"])).refused
    await chosen(product, "OWN_TURN", "admin@globex.example")
    await pass_on(product, days=7, minutes=1)
    assert await reminders(product, "admin@globex.example") == []
    asked = "query ($id: ID!) { order(id: $id) { timeline(first: 50) { edges { node { kind } } } } }"
    told = (await (await product.support()).ask(asked, id=order["id"]))["order"]["timeline"]["edges"]
    assert "customer_reminded" not in {edge["node"]["kind"] for edge in told}


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_a_reminder_that_is_not_sent_tells_the_partner_no_address_that_they_did_not_name(
    product: Product,
) -> None:
    await product.directory()
    contact, order = await product.partnered("user@north.example")
    assert not (await contact.do("handOverToCustomer", orderId=order["id"])).refused
    product.later(days=7, minutes=1)
    await product.worker.run_due_transitions()
    admin = "admin@globex.example"
    async with database.transaction():
        await reminder_rhythm.choose(admin, admin, ReminderRhythm("OWN_TURN"), clock.now())
    await product.deliver()
    asked = "query ($id: ID!) { order(id: $id) { timeline(first: 50) { edges { node { kind summary } } } } }"
    partner = await product.signed_in("user@north.example")
    told = [edge["node"] for edge in (await partner.ask(asked, id=order["id"]))["order"]["timeline"]["edges"]]
    [dropped] = [event["summary"] for event in told if event["kind"] == "reminder_dropped"]
    assert dropped.startswith("Did not send the reminder to a•••@globex.example")


async def test_a_choice_stays_and_what_only_was_reminded_goes_with_its_mails(product: Product) -> None:
    await product.place()
    await product.place(provisioningContactEmail="eve@partner.example")
    await product.deliver()
    await pass_on(product, days=3, minutes=1)
    await chosen(product, "WEEKLY", "eve@partner.example")
    product.later(days=40)
    assert await retention.delete_reminded(clock.now() - timedelta(days=41)) == 0
    assert await retention.delete_reminded(clock.now() - timedelta(days=39)) == 1
    assert [one.email for one in await RemindedPerson.all()] == ["eve@partner.example"]
    await database.execute("UPDATE orders SET status = 'CANCELLED'")
    done = await erasure.erase("eve@partner.example", "s" * 40)
    assert done["reminded_person"] == 1
    assert await RemindedPerson.all().count() == 0


async def test_it_arrives_by_smtp_as_it_was_written(product: Product) -> None:
    for _ in range(4):
        await product.place()
    await product.deliver()
    product.later(days=3, minutes=1)
    await product.worker.run_due_transitions()
    async with relay() as (handler, port), working(port):
        async with asyncio.timeout(30):
            while await EmailMessage.exclude(state="SENT").exists():  # noqa: ASYNC110 – no event
                await asyncio.sleep(0.05)
        assert handler.arrived == [PAT]
        [mail] = handler.mails
        headers = message_from_bytes(mail)  # in one line, as it was signed and sent
        assert PAGE in headers["List-Unsubscribe"]
        assert "\n" not in headers["List-Unsubscribe"]
