"""How mutations run their rules: repeats, conflicts, refusals in the caller's language."""

import asyncio

from tests.product import Product, location, service, sites


async def test_a_change_of_another_service_is_no_conflict(product: Product) -> None:
    contact, order = await product.mapped()
    colleague = await product.signed_in("pat@acme.example")
    meetings, calling, read = service(order, "MEETINGS")["id"], service(order, "CALLING")["id"], order["version"]
    first = await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"), expectedVersion=read)
    other = await colleague.do("saveCallingLocation", serviceId=calling, expectedVersion=read, **location())
    assert (first.refused, other.refused) == ([], [])
    assert other.order["version"] == read + 2


async def test_a_stale_change_of_the_same_service_is_told_and_nothing_is_written(product: Product) -> None:
    contact, order = await product.mapped()
    colleague = await product.signed_in("pat@acme.example")
    meetings, read = service(order, "MEETINGS")["id"], order["version"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"), expectedVersion=read)
    answer = await colleague.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-two"), expectedVersion=read)
    [error] = answer.payload["userErrors"]
    assert (error["__typename"], error["code"], error["field"]) == ("VersionConflict", "VERSION_CONFLICT", [])
    assert (error["currentVersion"], error["changedBy"]) == (read + 1, "pat@acme.example")
    assert {"sites", "timeZones"} <= set(error["changedFields"])
    assert error["changedAt"]
    order = answer.payload["order"]
    assert [site["siteName"] for site in service(order, "MEETINGS")["sites"]] == ["acme-hq"]
    again = await colleague.do(
        "saveMeetingSites", serviceId=meetings, sites=sites("acme-two"), expectedVersion=order["version"]
    )
    assert not again.refused


async def test_of_two_at_the_same_moment_exactly_one_wins(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = service(order, "MEETINGS")["id"]
    answers = await asyncio.gather(
        *(
            contact.do("saveMeetingSites", serviceId=meetings, sites=sites(name), expectedVersion=order["version"])
            for name in ("acme-one", "acme-two", "acme-three")
        )
    )
    assert sorted(answer.refused for answer in answers) == [[], ["VERSION_CONFLICT"], ["VERSION_CONFLICT"]]


async def test_the_mapping_is_a_scope_of_its_own(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    contact = await product.opened("pat@partner.example")
    read = (await contact.order(id))["version"]
    await seller.do("resendSetupEmail", orderId=id)  # touches no mapping
    await product.deliver()
    chosen = await contact.do("chooseAudience", orderId=id, audience="CUSTOMER", expectedVersion=read)
    assert not chosen.refused
    stale = await contact.do("chooseAudience", orderId=id, audience="OWN_COMPANY", expectedVersion=read)
    assert stale.refused == ["VERSION_CONFLICT"]
    assert set(stale.payload["userErrors"][0]["changedFields"]) == {"status", "audience"}


async def test_a_version_that_the_order_has_not_reached_is_refused(product: Product) -> None:
    """A program that mixes up the versions of its orders would else write over what others changed."""
    contact, order = await product.mapped()
    meetings, later = service(order, "MEETINGS")["id"], order["version"] + 1
    answer = await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"), expectedVersion=later)
    [error] = answer.payload["userErrors"]
    assert (error["code"], error["field"]) == ("INVALID", ["expectedVersion"])
    assert answer.payload["order"]["version"] == order["version"]


async def test_the_state_is_asked_before_the_version(product: Product) -> None:
    contact, order = await product.mapped()
    answer = await contact.do("chooseAudience", orderId=order["id"], audience="CUSTOMER", expectedVersion=1)
    assert answer.refused == ["STEP_NOT_ALLOWED"]
    assert answer.payload["userErrors"][0]["nextStep"] == "SERVICES"


async def test_a_repeated_key_gets_the_first_answer_even_after_the_order_has_changed(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = service(order, "MEETINGS")["id"]
    first = await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"), key="key-1")
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-two"))
    again = await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"), key="key-1")
    assert again.payload == first.payload
    now = await contact.order(order["id"])
    assert [site["siteName"] for site in service(now, "MEETINGS")["sites"]] == ["acme-two"]


async def test_a_key_with_another_body_or_for_another_mutation_is_refused(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"), key="key-1")
    other = await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-two"), key="key-1")
    assert other.refused == ["IDEMPOTENCY_KEY_REUSED"]
    assert (await contact.do("setUpLater", serviceId=meetings, key="key-1")).refused == ["IDEMPOTENCY_KEY_REUSED"]


async def test_a_key_belongs_to_its_caller_and_is_forgotten_after_a_day(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = {"serviceId": service(order, "MEETINGS")["id"]}
    await contact.do("setUpNow", **meetings, key="key-1")
    other, theirs = await product.mapped("olga@other.example")
    assert not (await other.do("setUpNow", serviceId=service(theirs, "MEETINGS")["id"], key="key-1")).refused
    product.later(hours=24)
    contact = await product.signed_in("pat@acme.example")
    assert not (await contact.do("setUpLater", **meetings, key="key-1")).refused


async def test_a_refusal_is_not_kept_under_its_key(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = service(order, "MEETINGS")["id"]
    assert (await contact.do("submitService", serviceId=meetings, key="key-1")).refused == ["STEP_NOT_ALLOWED"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"))
    assert not (await contact.do("submitService", serviceId=meetings, key="key-1")).refused


async def test_the_same_key_at_the_same_moment_has_one_effect_and_one_answer(product: Product) -> None:
    seller, input = await product.integrator("cloud-sales"), product.order_input()
    placed = await asyncio.gather(*(seller.do("placeOrder", **input, key="key-1") for _ in range(4)))
    assert len({str(answer.payload) for answer in placed}) == 1
    contact, order = await product.mapped()
    calling = service(order, "CALLING")["id"]
    saved = await asyncio.gather(
        *(contact.do("saveCallingLocation", serviceId=calling, **location(), key="key-2") for _ in range(4))
    )
    assert len({str(answer.payload) for answer in saved}) == 1
    assert (await contact.order(order["id"]))["version"] == order["version"] + 1


async def test_refusals_speak_the_language_of_the_caller(product: Product) -> None:
    contact, order = await product.mapped()
    contact.language = "de"
    answer = await contact.do("submitService", serviceId=service(order, "MEETINGS")["id"])
    english = "Complete the entries of this service first."
    assert answer.payload["userErrors"][0]["message"] not in {"", english}


async def test_nobody_is_asked_to_sign_in_and_ids_that_are_none_do_not_exist(product: Product) -> None:
    contact, order = await product.mapped()
    nobody, calling = product.browser(), service(order, "CALLING")["id"]
    for id in (order["id"], calling, "", "x", "T3JkZXI6", "T3JkZXI6OTk5OTk5"):
        for asked in (
            await nobody.do("undoMapping", orderId=id),
            await nobody.do("submitService", serviceId=id),
            await nobody.do("revokeApiToken", tokenId=id),
            await nobody.send("query ($id: ID!) { order(id: $id) { id } }", {"id": id}),
            await nobody.send("query ($id: ID!) { organization(id: $id) { id } }", {"id": id}),
            await nobody.send("query ($id: ID!) { findOrderEvents(orderId: $id) { actors } }", {"id": id}),
        ):
            assert asked.refused == ["UNAUTHENTICATED"]
        assert (await nobody.get(f"/orders/{id or 'x'}/timeline.jsonl")).status_code == 401
    for id in ("", "x", "T3JkZXI6", "T3JkZXI6OTk5OTk5", service(order, "MEETINGS")["id"], "ä" * 40):
        assert (await contact.do("undoMapping", orderId=id)).refused == ["NOT_FOUND"]
    for id in ("", "x", "T3JkZXI6", "T3JkZXI6OTk5OTk5", "ä" * 40):
        found = await contact.ask("query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }", id=id)
        assert found == {"node": None, "nodes": [None]}
