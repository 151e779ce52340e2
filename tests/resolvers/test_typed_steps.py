"""What people type on a page of the wizard and do not save waits for them on other devices, and is theirs alone."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backend import database
from backend.provisioning.finder import directory
from backend.provisioning.typed_steps import MAX_BYTES, read_revision
from backend.schema.ids import number_of
from tests.api import Answer, Caller
from tests.product import Product, choose, location, service, sites

PAT, EVE = "pat@acme.example", "eve@acme.example"
READ = """query ($id: ID!) { order(id: $id) { version updatedAt
  typedSteps { step entries version revision typedAt savedBy savedAt } } }"""
AS = """query ($id: ID!) { orderAs(id: $id, email: "pat@acme.example", reason: "They see nothing") {
  typedSteps { step } } }"""
HERE, THERE = "first-device", "other-device"


async def keep(caller: Caller, order: Any, typed: Any, writer: str = HERE, number: int = 0, **more: Any) -> Answer:
    """What a page sends while somebody types."""
    text = typed if isinstance(typed, str) else json.dumps(typed)
    input = {"step": "MEETINGS_SITES", "entries": text, "version": order["version"], **more}
    return await caller.do("keepTypedStep", orderId=order["id"], writer=writer, number=number, **input)


async def read(caller: Caller, order: Any) -> list[Any]:
    """What waits for the caller on an order."""
    found: list[Any] = (await caller.ask(READ, id=order["id"]))["order"]["typedSteps"]
    return found


async def stored(*columns: str) -> list[dict[str, Any]]:
    """What the table has."""
    return await database.rows(f"SELECT {', '.join(columns)} FROM typed_step ORDER BY email_key, step")


async def test_what_is_typed_is_there_on_another_device_and_the_order_stays_as_it_is(product: Product) -> None:
    pat, order = await product.mapped(PAT)
    before = await database.rows("SELECT * FROM orders")
    events = await database.rows("SELECT id FROM order_event")
    answer = await keep(pat, order, {"sites": [{"siteName": 'Zür"ich '}]})
    assert (answer.refused, answer.payload["typedStep"]["revision"]) == ([], "first-device:0")
    other = await product.signed_in(PAT)
    [typed] = await read(other, order)
    assert json.loads(typed["entries"]) == {"sites": [{"siteName": 'Zür"ich '}]}
    assert (typed["step"], typed["version"]) == ("MEETINGS_SITES", order["version"])
    assert (typed["savedBy"], typed["savedAt"]) == (None, None)
    assert await database.rows("SELECT * FROM orders") == before
    assert await database.rows("SELECT id FROM order_event") == events


async def test_of_two_devices_none_overwrites_what_it_has_not_seen(product: Product) -> None:
    pat, order = await product.mapped(PAT)
    first = (await keep(pat, order, {"a": 1})).payload["typedStep"]["revision"]
    assert not (await keep(pat, order, {"a": 2}, number=1)).refused  # its own go on, whatever it has seen
    told = await keep(pat, order, {"b": 1}, THERE, after=first)
    assert told.fields == {"after": "VERSION_CONFLICT"}
    assert json.loads(told.payload["typedStep"]["entries"]) == {"a": 2}
    assert (await keep(pat, order, {"b": 1}, THERE)).refused == ["VERSION_CONFLICT"]
    assert not (await keep(pat, order, {"b": 2}, THERE, 1, after="first-device:1")).refused
    late = await keep(pat, order, {"a": 3}, number=2, after="first-device:1")
    assert late.refused == ["VERSION_CONFLICT"]
    # What was held up on its way changes nothing, and what is sent twice is there once.
    assert not (await keep(pat, order, {"b": 9}, THERE, 0)).refused
    assert not (await keep(pat, order, {"b": 2}, THERE, 1, after="first-device:1")).refused
    [typed] = await read(pat, order)
    assert (json.loads(typed["entries"]), typed["revision"]) == ({"b": 2}, "other-device:1")
    for revision in ("first-device:1", "other-device:0", "", ":", "x:y", "other-device:" + "1" * 30):
        left = await pat.do("discardTypedStep", orderId=order["id"], step="MEETINGS_SITES", revision=revision)
        assert left.payload["typedStep"]["revision"] == "other-device:1"
    for _ in range(2):
        gone = await pat.do("discardTypedStep", orderId=order["id"], step="MEETINGS_SITES", revision="other-device:1")
        assert (gone.refused, gone.payload["typedStep"]) == ([], None)
    assert await stored("id") == []


async def test_nobody_else_sees_or_keeps_anything(product: Product) -> None:
    pat, order = await product.mapped(PAT)
    calling = service(order, "CALLING")["id"]
    assert not (await pat.do("delegateService", serviceId=calling, email=EVE)).refused
    assert not (await keep(pat, order, {"a": 1})).refused
    eve, support = await product.signed_in(EVE), await product.support()
    await product.place(provisioningContactEmail="zoe@stranger.example")
    stranger = await product.opened("zoe@stranger.example")
    seller = await product.integrator("cloud-sales", "orders:write", "orders:read", "support")
    organization = (await pat.order(order["id"]))["customerOrganization"]["id"]
    pats = await product.signed_in(PAT)
    made = await pats.do("createApiToken", organizationId=organization, name="ERP", scopes=["orders:write"])
    program = product.browser(token=made.payload["secret"])
    for caller in (eve, support, seller, program):
        assert await read(caller, order) == []
    assert (await support.ask(AS, id=order["id"]))["orderAs"]["typedSteps"] == []
    for caller, code in (
        (eve, "FORBIDDEN"),  # another service is theirs
        (support, "FORBIDDEN"),
        (seller, "FORBIDDEN"),
        (program, "FORBIDDEN"),
        (stranger, "NOT_FOUND"),
        (product.browser(), "UNAUTHENTICATED"),
    ):
        assert (await keep(caller, order, {"b": 1}, THERE, after="first-device:0")).refused == [code]
    step: dict[str, Any] = {"step": "CALLING_LOCATION"}
    assert not (await keep(eve, order, {"name": "Here"}, **step)).refused
    assert [one["step"] for one in await read(eve, order)] == ["CALLING_LOCATION"]
    assert [one["step"] for one in await read(pat, order)] == ["MEETINGS_SITES"]
    # Who is asked no more has nothing there any more.
    await pat.do("takeBackService", serviceId=calling)
    assert [row["email_key"] for row in await stored("email_key")] == [PAT]


async def test_it_ends_when_its_page_is_saved_and_who_typed_meanwhile_is_told_who_saved(product: Product) -> None:
    pat, order = await product.mapped(PAT)
    meetings, calling = (service(order, kind)["id"] for kind in ("MEETINGS", "CALLING"))
    company = (await pat.order(order["id"]))["customerOrganization"]
    await directory.make_administrator(number_of("Organization", company["id"]), EVE, product.now)
    eve = await product.signed_in(EVE)
    for caller in (pat, eve):
        for step in ("MEETINGS_SITES", "MEETINGS_LICENSES", "CALLING_LOCATION"):
            assert not (await keep(caller, order, {"a": 1}, step=step)).refused
    await pat.do("saveCallingLocation", serviceId=calling, **location())
    await pat.do("saveMeetingSites", serviceId=meetings, sites=sites("typed-a", "typed-b"))
    assert [one["step"] for one in await read(pat, order)] == ["MEETINGS_LICENSES"]
    told = {one["step"]: one["savedBy"] for one in await read(eve, order)}
    assert told == {"CALLING_LOCATION": PAT, "MEETINGS_LICENSES": None, "MEETINGS_SITES": PAT}
    # A device that did not hear of it goes on typing, on what it knew.
    await keep(pat, order, {"a": 2}, number=1, after="first-device:0")
    [late, _] = [one for one in await read(pat, order) if one["step"] != "CALLING_LOCATION"][::-1]
    assert (late["step"], late["savedBy"]) == ("MEETINGS_SITES", PAT)
    order = await pat.order(order["id"])
    license = service(order, "MEETINGS")["licenses"][0]["id"]
    split = [{"siteName": f"typed-{name}", "licenseId": license, "units": 50} for name in "ab"]
    await pat.do("distributeLicenses", serviceId=meetings, allocations=split)
    for kind in (meetings, calling):
        assert not (await pat.do("submitService", serviceId=kind)).refused
    assert (await keep(eve, order, {"a": 1}, THERE)).refused == ["STEP_NOT_ALLOWED"]
    assert await stored("id") != []
    await product.provision()
    assert (await pat.order(order["id"]))["status"] == "COMPLETED"
    assert await stored("id") == []


async def test_the_pages_of_the_organization_finder_end_each_by_its_own_act(product: Product) -> None:
    await product.directory()
    pat, id = await product.choosing(PAT)
    order = await pat.order(id)
    for step in ("AUDIENCE", "PARTNER_ORGANIZATION", "CUSTOMER_ORGANIZATION"):
        assert not (await keep(pat, order, {"companyName": "Ac"}, step=step)).refused
    await choose(pat, id, "PARTNER", "north.example")
    found = {one["step"]: one["savedBy"] for one in await read(pat, order)}
    assert found == {"AUDIENCE": None, "CUSTOMER_ORGANIZATION": None}
    await keep(pat, order, {"companyName": "Ac"}, number=1, step="PARTNER_ORGANIZATION")
    found = {one["step"]: one["savedBy"] for one in await read(pat, order)}
    assert found == {"AUDIENCE": None, "CUSTOMER_ORGANIZATION": None, "PARTNER_ORGANIZATION": PAT}
    await pat.do("delegateOrder", orderId=id, email="zoe@north.example")
    assert await stored("id") == []
    assert (await keep(pat, order, {}, step="AUDIENCE")).refused == ["FORBIDDEN"]


async def test_it_goes_with_its_order(product: Product) -> None:
    seller = await product.integrator("cloud-sales", "orders:write")
    order = await product.place(seller, provisioningContactEmail=PAT)
    pat = await product.opened(PAT)
    assert not (await keep(pat, order, {"answer": None}, step="AUDIENCE")).refused
    await seller.do("cancelOrder", orderId=order["id"])
    assert await stored("id") == []


NO_FORMS = {
    **dict.fromkeys(("", "[]", '"text"', "null", "{", '{"a": NaN}', '{"a": 1e999}'), "INVALID"),
    '{"a": ' + "9" * 5000 + "}": "INVALID",
    '{"a":' * 20 + "1" + "}" * 20: "INVALID",
    '{"a":' + "[" * 60_000 + "]" * 60_000 + "}": "INVALID",
    '{"a": "' + "x" * MAX_BYTES + '"}': "TOO_LONG",
    '{"a": "' + "\u00e9" * (MAX_BYTES // 2) + '"}': "TOO_LONG",
}


async def test_what_is_no_form_is_refused(product: Product) -> None:
    pat, order = await product.mapped(PAT)
    for typed, code in NO_FORMS.items():
        assert (await keep(pat, order, typed)).fields == {"entries": code}, typed[:20]
    assert await stored("id") == []


async def test_text_is_kept_as_typed_but_for_what_no_database_holds(product: Product) -> None:
    pat, order = await product.mapped(PAT)
    typed = {
        "k": ["a", "\ud800b", "\u202e c\u200b", "\U0001f600", 1.5, True, None],
        "__proto__": {"x": "y"},
    }
    assert not (await keep(pat, order, typed)).refused
    [found] = await read(pat, order)
    kept = {"k": ["a", "b", "\u202e c\u200b", "\U0001f600", 1.5, True, None], "__proto__": {"x": "y"}}
    assert json.loads(found["entries"]) == kept
    largest = {"a": "é" * ((MAX_BYTES - 8) // 2)}
    assert not (await keep(pat, order, json.dumps(largest, ensure_ascii=False), number=1)).refused
    for more, fields in (
        ({"writer": "short"}, {"writer": "INVALID"}),
        ({"writer": "x" * 41}, {"writer": "INVALID"}),
        ({"writer": "with:colon"}, {"writer": "INVALID"}),
        ({"number": -1}, {"number": "INVALID"}),
        ({"step": "DONE"}, {"step": "INVALID"}),
    ):
        assert (await keep(pat, order, {}, **more)).fields == fields
    # Nobody can say that they began on an order of the future, and hide what was saved since.
    await keep(pat, order, {}, number=2, version=2**31 - 1)
    assert (await read(pat, order))[0]["version"] == order["version"]


async def test_what_was_typed_on_many_orders_is_too_much_for_one_answer(product: Product) -> None:
    """A page may be 128 kB, and a field be asked for under many names: one cheap request came to gigabytes."""
    pat, _ = await product.mapped(PAT)
    many = "query ($first: Int) { orders(first: $first) { edges { node { typedSteps { entries } } } } }"
    refused = (await pat.send(many, {"first": 100})).errors
    assert [error["extensions"]["code"] for error in refused] == ["QUERY_TOO_COMPLEX"]
    assert (await pat.send(many, {"first": 10})).errors == []


@given(st.text(max_size=60))
def test_any_revision_is_read(text: str) -> None:
    writer, number = read_revision(text)
    assert (writer, number) == ("", -1) or (0 <= number < 2**31 and text.startswith(f"{writer}:"))
