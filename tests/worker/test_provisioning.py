"""Services are provisioned as durable steps: seen live, tried again, continued by whoever comes next."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from backend import clock, database
from backend.connectors.port import ConnectorFailed, ConnectorUnavailable, Task
from backend.language import translate_external
from backend.models.order import OrderEvent
from backend.models.service import ProvisioningStep, Service
from backend.provisioning import dossier, listed_orders, provisioning_steps
from backend.provisioning.provisioning_steps import PendingStep
from backend.schema.ids import number_of
from backend.settings import settings
from backend.worker import provisioning
from backend.worker.leases import Lease
from backend.worker.loop import Worker
from tests.api import Caller
from tests.busy import GIVE_UP
from tests.product import LICENSES, Product, location, service, sites

MEETINGS = LICENSES[:1]
_LEASED = "SELECT leased_until FROM service WHERE leased_until IS NOT NULL"
WAITS_FOR_US = "SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"


class Recorder:
    """The other side of the port: notes each task; `stuck` never answers, `down` can't be reached so many times."""

    def __init__(self, *, stuck: bool = False, down: int = 0) -> None:
        self.tasks: list[Task] = []
        self.stuck = stuck
        self.down = down
        self.asked = asyncio.Event()

    async def carry_out(self, task: Task) -> str:
        self.tasks.append(task)
        self.asked.set()
        if self.stuck:
            await asyncio.Event().wait()
        if len(self.tasks) <= self.down:
            raise ConnectorUnavailable("Webex could not be reached.")
        return "Done"


async def submitted(product: Product, *names: str, licenses: list[Any] = MEETINGS) -> tuple[Caller, str, str]:
    """An order whose Meetings were submitted with these sites: its contact, its id and the service's."""
    contact, order = await product.mapped(licenses=licenses)
    id = service(order, "MEETINGS")["id"]
    saved = (await contact.do("saveMeetingSites", serviceId=id, sites=sites(*names))).order
    if len(names) > 1:
        license = service(saved, "MEETINGS")["licenses"][0]
        even = license["totalUnits"] // len(names)
        split = [{"siteName": name, "licenseId": license["id"], "units": even} for name in names]
        assert not (await contact.do("distributeLicenses", serviceId=id, allocations=split)).refused
    assert not (await contact.do("submitService", serviceId=id)).refused
    return contact, order["id"], id


async def states(contact: Caller, id: str) -> list[tuple[str, str, int]]:
    steps = service(await contact.order(id), "MEETINGS")["steps"]
    return [(step["name"], step["state"], step["attempts"]) for step in steps]


async def test_each_site_is_created_and_gets_its_licenses(product: Product) -> None:
    recorder = Recorder()
    product.worker = Worker(settings(), connector=recorder)
    contact, id, _ = await submitted(product, "acme-one", "acme-two")
    await product.provision()
    assert [(task.kind.value, task.name, task.attempt) for task in recorder.tasks] == [
        ("CREATE_SITE", "acme-one", 1),
        ("ASSIGN_LICENSES", "acme-one", 1),
        ("CREATE_SITE", "acme-two", 1),
        ("ASSIGN_LICENSES", "acme-two", 1),
    ]
    assert recorder.tasks[0].details == {"timezone": "Europe/Berlin", "earlyRelease": False, "primary": True}
    assert recorder.tasks[3].details == {"licenses": [{"name": "Webex Meetings", "quantity": 50}]}
    order = await contact.order(id)
    assert (order["status"], order["nextStep"], order["waitingFor"]) == ("COMPLETED", "DONE", None)
    assert {site["state"] for site in service(order, "MEETINGS")["sites"]} == {"PROVISIONED"}


async def test_services_that_are_due_at_the_same_time_are_carried_out_in_the_order_of_the_list(
    product: Product,
) -> None:
    recorder = Recorder()
    product.worker = Worker(settings(), connector=recorder)
    await submitted(product, "acme-one", licenses=LICENSES)
    due, _ = await Service.filter(due_at__not_isnull=True).values_list("due_at", flat=True)
    for other in (None, due):  # PostgreSQL keeps the row and its entry in the index behind the others now
        await Service.filter(kind="MEETINGS").update(due_at=other)
    await product.worker.provision_one()
    assert [task.name for task in recorder.tasks] == ["acme-one"]


async def test_progress_grows_with_each_step_and_does_not_count_as_a_change(product: Product) -> None:
    contact, id, _ = await submitted(product, "acme-one", "acme-two")
    version = (await contact.order(id))["version"]
    seen = []
    while await product.worker.provision_one():
        order = await contact.order(id)
        seen.append(service(order, "MEETINGS")["progress"])
        assert order["version"] == version
    assert seen[:4] == [0.25, 0.5, 0.75, 1.0]


async def test_a_step_that_fails_stops_its_service_and_a_retry_goes_on_from_there(product: Product) -> None:
    contact, id, meetings = await submitted(product, "acme-one", "fail-once-two")
    await product.provision()
    order = await contact.order(id)
    found = service(order, "MEETINGS")
    assert (found["state"], order["provisioningStatus"]) == ("FAILED", "CANNOT_PROVISION")
    assert found["failure"]
    assert [site["state"] for site in found["sites"]] == ["PROVISIONED", "FAILED"]
    assert [mail["to"] for mail in await product.mails(kind="NOTICE")] == ["pat@acme.example"]
    assert {"retryService", "saveMeetingSites"} <= set(order["allowedMutations"])
    assert not (await contact.do("retryService", serviceId=meetings)).refused
    await product.provision()
    assert [(state, attempts) for _, state, attempts in await states(contact, id)] == [
        ("PROVISIONED", 1),
        ("PROVISIONED", 1),
        ("PROVISIONED", 2),
        ("PROVISIONED", 1),
    ]
    assert (await contact.order(id))["status"] == "COMPLETED"


async def test_a_site_that_failed_for_good_is_corrected_and_what_exists_is_kept(product: Product) -> None:
    contact, id, meetings = await submitted(product, "acme-one", "fail-two")
    await product.provision()
    await contact.do("retryService", serviceId=meetings)
    await product.provision()
    assert service(await contact.order(id), "MEETINGS")["state"] == "FAILED"
    gone = await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-three"))
    assert gone.fields == {"sites": "INVALID"}
    order = (await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-one", "acme-two"))).order
    license = service(order, "MEETINGS")["licenses"][0]["id"]
    units = {"acme-one": 30, "acme-two": 70}
    split = [{"siteName": name, "licenseId": license, "units": count} for name, count in units.items()]
    await contact.do("distributeLicenses", serviceId=meetings, allocations=split)
    recorder = Recorder()
    product.worker = Worker(settings(), connector=recorder)
    assert not (await contact.do("submitService", serviceId=meetings)).refused
    await product.provision()
    # The site that exists is not created again, but gets its licenses after the new split.
    assert [(task.kind.value, task.name) for task in recorder.tasks] == [
        ("ASSIGN_LICENSES", "acme-one"),
        ("CREATE_SITE", "acme-two"),
        ("ASSIGN_LICENSES", "acme-two"),
    ]
    assert recorder.tasks[0].details["licenses"][0]["quantity"] == 30
    assert (await contact.order(id))["status"] == "COMPLETED"


async def test_support_retries_a_failed_service(product: Product) -> None:
    _, id, meetings = await submitted(product, "fail-once-one")
    await product.provision()
    support = await product.support()
    assert "retryService" in (await support.order(id))["allowedMutations"]
    assert not (await support.do("retryService", serviceId=meetings)).refused
    await product.provision()
    assert (await support.order(id))["status"] == "COMPLETED"


async def test_services_are_provisioned_independently(product: Product) -> None:
    contact, id, _ = await submitted(product, "fail-one", licenses=LICENSES)
    order = await contact.order(id)
    calling = service(order, "CALLING")["id"]
    await contact.do("saveCallingLocation", serviceId=calling, **location())
    await contact.do("submitService", serviceId=calling)
    await product.provision()
    order = await contact.order(id)
    assert {found["kind"]: found["state"] for found in order["services"]} == {
        "MEETINGS": "FAILED",
        "CALLING": "PROVISIONED",
        "MESSAGING": "PROVISIONED",
    }
    assert order["status"] == "SETTING_UP"


async def test_an_other_side_that_is_away_is_asked_again_later(product: Product) -> None:
    recorder = Recorder(down=2)
    product.worker = Worker(settings(), connector=recorder)
    contact, id, _ = await submitted(product, "acme-one")
    for attempt in (1, 2):
        await product.provision()
        assert [task.attempt for task in recorder.tasks] == list(range(1, attempt + 1))
        assert service(await contact.order(id), "MEETINGS")["state"] == "PROVISIONING"
        product.later(hours=1)
    await product.provision()
    assert (await (await product.signed_in("pat@acme.example")).order(id))["status"] == "COMPLETED"


async def test_a_worker_that_was_killed_in_a_step_is_followed_by_the_next_one(product: Product) -> None:
    contact, id, _ = await submitted(product, "acme-one")
    stuck = Recorder(stuck=True)
    killed = asyncio.create_task(Worker(settings(), connector=stuck).provision_one())
    await asyncio.wait_for(stuck.asked.wait(), GIVE_UP)
    # What a dead process leaves behind: a step that was begun and a lease that nobody renews.
    [row] = await Service.filter(state="PROVISIONING").values("id", "leased_until")
    killed.cancel()
    await asyncio.gather(killed, return_exceptions=True)
    await Service.filter(id=row["id"]).update(leased_until=row["leased_until"])
    next_one = Recorder()
    product.worker = Worker(settings(), connector=next_one)
    await product.provision()
    assert next_one.tasks == []  # the lease still holds
    product.later(seconds=6)
    await product.provision()
    assert next_one.tasks[0].key == stuck.tasks[0].key
    assert [task.attempt for task in next_one.tasks] == [2, 1]
    assert (await contact.order(id))["status"] == "COMPLETED"


async def test_a_crash_between_any_two_writes_loses_nothing_and_doubles_nothing(product: Product) -> None:
    contact, id, _ = await submitted(product, "acme-one", "acme-two")
    recorder = Recorder()
    deaths = 0
    for turn in range(480):  # each round of forty waits twice as long, so that also a slow machine gets to the end
        worker = Worker(settings(), connector=recorder)
        task = asyncio.create_task(worker.provision_one())
        await asyncio.wait({task}, timeout=turn % 40 / 2000 * 2 ** (turn // 40))
        task.cancel()
        outcome = (await asyncio.gather(task, return_exceptions=True))[0]
        deaths += isinstance(outcome, BaseException)
        await database.execute("UPDATE service SET leased_until = NULL")  # the lease of the dead one ran out
        product.later(minutes=1)
        if (await contact.order(id))["status"] == "COMPLETED":
            break
    assert (await contact.order(id))["status"] == "COMPLETED"
    assert deaths > 0
    # Whatever was asked twice carried the same key.
    assert len({(task.kind, task.name) for task in recorder.tasks}) == len({task.key for task in recorder.tasks}) == 4
    timeline = "query ($id: ID!) { order(id: $id) { timeline(first: 100) { edges { node { kind } } } } }"
    seller = await product.integrator("cloud-sales")
    kinds = [edge["node"]["kind"] for edge in (await seller.ask(timeline, id=id))["order"]["timeline"]["edges"]]
    assert [kinds.count(kind) for kind in ("step_finished", "service_provisioned", "order_completed")] == [4, 1, 1]
    assert await ProvisioningStep.all().count() == 4


async def test_workers_side_by_side_do_each_step_once(product: Product) -> None:
    contact, id, _ = await submitted(product, "acme-one", "acme-two")
    recorder = Recorder()
    workers = [Worker(settings(), connector=recorder) for _ in range(4)]
    while any(await asyncio.gather(*(worker.provision_one() for worker in workers))):
        pass
    assert [task.attempt for task in recorder.tasks] == [1, 1, 1, 1]
    assert (await contact.order(id))["status"] == "COMPLETED"


async def test_a_service_whose_lease_is_renewed_while_a_step_ends_goes_on_at_once(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    contact, id, _ = await submitted(product, "acme-one")
    finish = provisioning._finish

    async def renewed_meanwhile(pending: PendingStep, answer: str, lease: Lease) -> None:
        later = (await Service.get(id=pending.service.id)).leased_until
        assert later is not None
        later += timedelta(seconds=1)
        await Service.filter(id=pending.service.id).update(leased_until=later)
        await finish(pending, answer, lease)
        [lease.until] = [row["leased_until"] for row in await database.rows(_LEASED)] or [lease.until]

    monkeypatch.setattr(provisioning, "_finish", renewed_meanwhile)
    await product.provision()
    assert (await contact.order(id))["status"] == "COMPLETED"


@pytest.mark.parametrize("outcome", [ConnectorFailed("Too late."), ConnectorUnavailable("Not now.")])
async def test_what_somebody_else_has_carried_out_meanwhile_neither_fails_nor_waits(
    product: Product, outcome: Exception
) -> None:
    """A worker that was stopped for a while, as on a machine that sleeps, has lost its lease to another one."""
    contact, id, _ = await submitted(product, "acme-one")

    class Late:
        async def carry_out(self, _task: Task) -> str:
            await database.execute("UPDATE service SET leased_until = NULL")
            await product.provision()
            raise outcome

    await Worker(settings(), connector=Late()).provision_one()
    assert [state for _, state, _ in await states(contact, id)] == ["PROVISIONED", "PROVISIONED"]
    assert (await contact.order(id))["status"] == "COMPLETED"
    assert not await OrderEvent.filter(kind="step_failed").exists()
    assert await Service.filter(due_at__not_isnull=True).count() == 0
    assert not await product.mails(kind="NOTICE")


@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
async def test_a_step_begins_while_another_service_of_the_order_changes(product: Product) -> None:
    _contact, id, service_id = await submitted(product, "acme-one")
    order = number_of("Order", id)
    pending = await provisioning_steps.next_step(order, number_of("Service", service_id))
    assert pending is not None
    locked = asyncio.Event()

    async def begin() -> int:
        await locked.wait()
        return await provisioning_steps.begin(pending, clock.now())

    beginning = asyncio.create_task(begin())  # a transaction of its own
    async with asyncio.timeout(GIVE_UP), database.transaction():
        await dossier.lock(order)
        locked.set()
        while not await database.rows(WAITS_FOR_US):
            assert not beginning.done(), "it did not wait for the order"
            await asyncio.sleep(0)
        for sql, given in listed_orders.touching([order], clock.now()):
            await database.execute(sql, given)
    assert await beginning == 1


async def test_what_the_other_side_answers_is_told_in_german_too(product: Product) -> None:
    contact, id, _ = await submitted(product, "acme-one", "fail-two", licenses=[*MEETINGS, LICENSES[2]])
    await product.provision()
    contact.language = "de"
    found = service(await contact.order(id), "MEETINGS")
    failed = "Dieser Name ließ sich nicht einrichten. Wählen Sie einen anderen oder versuchen Sie es noch einmal."
    assert found["failure"] == failed
    assert [step["message"] for step in found["steps"]] == ["Erledigt", "Erledigt", failed, None]
    [mail] = await product.mails(kind="NOTICE")
    assert "This name could not be set up. Choose another one or try again." in mail["text"]  # the order's language


def test_what_webex_answers_keeps_its_details() -> None:
    assert translate_external("de", "Webex refused: {name} is taken") == "Webex hat abgelehnt: {name} is taken"
    assert translate_external("de", "Something else") == translate_external("en", "Something else") == "Something else"
