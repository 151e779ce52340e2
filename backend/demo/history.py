"""The demo's orders are replayed: at every moment something is done, and a worker does what has become due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import NamedTuple

from tqdm import tqdm

from backend import clock, database
from backend.connectors.port import ConnectorFailed, ConnectorUnavailable, NameRefused, Task
from backend.demo import organizations
from backend.demo.acts import DemoAct
from backend.demo.stories import ORDERS
from backend.demo.story import Story
from backend.mail.transport import DeliveryResult, MailboxTransport, Outcome
from backend.models.service import StepKind
from backend.pdf.produce import warm_up
from backend.provisioning.access import Actor
from backend.provisioning.intake import place_order
from backend.settings import Settings
from backend.worker.loop import Worker

_WORKING_HOURS = (time(7), time(13))  # UTC; when the worker looks, besides after each act

_REFUSED = {
    "Head office": (NameRefused, "This location name is already in use there: Head office"),
    "fail-hartau": (ConnectorFailed, "This name could not be set up. Choose another one or try again."),
}
_POSTPONED = {(StepKind.CREATE_SITE, "lindqvist-projekt")}
_NO_MAILBOX = DeliveryResult(Outcome.FAILED, "550 5.1.1 No such mailbox")
_UNDELIVERED = {
    "l.vogt@halden.example": _NO_MAILBOX,
    "j.crane@holliscrane.example": _NO_MAILBOX,
    "it@brandt-logistik.example": DeliveryResult(Outcome.DEFERRED, "451 4.7.1 Greylisted, try again later"),
}


class Connector:
    """Answers at once, with the failures that the demo's orders tell of."""

    async def carry_out(self, task: Task) -> str:
        """Do nothing, or fail."""
        if task.name in _REFUSED:
            failed, words = _REFUSED[task.name]
            raise failed(words)
        if (task.kind, task.name) in _POSTPONED:
            raise ConnectorUnavailable("Webex asked us to wait (503).")
        return "Done"


class Post(MailboxTransport):
    """The built-in mailbox; some people of the demo cannot be reached."""

    async def deliver(self, sender: str, recipient: str, mime: bytes) -> DeliveryResult:
        """Keep the mail, or say why not."""
        return _UNDELIVERED.get(recipient) or await super().deliver(sender, recipient, mime)


@dataclass(frozen=True, slots=True)
class Totals:
    """How much there is to see."""

    orders: int
    mails: int


class _Moment(NamedTuple):
    """A moment of the history: something is done to an order, or the worker merely looks."""

    at: datetime
    story: Story | None = None
    actor: Actor | None = None
    act: DemoAct | None = None


async def replay(config: Settings) -> Totals:
    """Replay the history of all orders, up to this moment, inside the caller's transaction."""
    now = clock.now()
    random = Random(5)  # noqa: S311 – retries come at the same times in every demo
    worker = Worker(config, connector=Connector(), transport=Post(), random=random)
    numbers: dict[str, int] = {}
    await warm_up()
    try:
        for moment in tqdm(_moments(now), desc="Demo data", unit="acts", mininterval=0.5, disable=None):
            clock.set_offset(moment.at - datetime.now(UTC))
            await _play(moment, numbers)
            await worker.send_due()
    finally:
        clock.set_offset(config.clock_offset)
    await organizations.refresh_all(now)
    mails = await database.row("SELECT count(*) AS number FROM email_message WHERE state = 'SENT'")
    return Totals(len(numbers), mails["number"] if mails else 0)


def _moments(now: datetime) -> list[_Moment]:
    """All moments in their order; of equal ones those of one story stay in theirs."""
    moments = []
    for story in ORDERS:
        moments.append(_Moment(now - story.happened_ago(story.placed), story))
        moments += [_Moment(now - story.happened_ago(ago), story, actor, act) for ago, actor, act in story.acts]
    first = min(moment.at for moment in moments)
    return [*sorted([*moments, *_worker_moments(first, now)], key=lambda moment: moment.at), _Moment(now)]


def _worker_moments(first: datetime, now: datetime) -> Iterator[_Moment]:
    day = first.date()
    while day <= now.date():
        for hour in _WORKING_HOURS:
            at = datetime.combine(day, hour, UTC)
            if first < at < now:
                yield _Moment(at)
        day += timedelta(days=1)


async def _play(moment: _Moment, numbers: dict[str, int]) -> None:
    if moment.story is None:
        return
    number = moment.story.number
    if moment.act is None or moment.actor is None:
        placed = await place_order(moment.story.new_order(moment.at), moment.story.seller.system, moment.at)
        numbers[number] = placed.id
        return
    await moment.act(numbers[number], moment.actor, moment.at)
