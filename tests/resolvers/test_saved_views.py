"""Views of the list of orders that a person saves: theirs alone, one a name, as they meant it."""

import asyncio
from typing import Any

from backend import database
from backend.provisioning.saved_views import MAX_VIEWS
from tests.api import Caller
from tests.product import Product

PAT = "pat@acme.example"
READ = "{ viewer { orderViews { name bucket status text sort } } }"
OPEN = ["MAPPED", "SCHEDULED"]


async def person(product: Product, email: str = PAT) -> Caller:
    """Somebody who has an order, signed in."""
    await product.place(provisioningContactEmail=email)
    return await product.signed_in(email)


async def names(caller: Caller) -> list[str]:
    """The names of all that they saved."""
    return [view["name"] for view in (await caller.ask(READ))["viewer"]["orderViews"]]


async def save(caller: Caller, name: str, **more: Any) -> Any:
    """A view as it is kept."""
    answer = await caller.do("saveOrderView", name=name, **{"sort": "NUMBER"} | more)
    assert not answer.refused, answer
    return answer.payload["orderView"]


async def test_a_view_is_kept_by_its_name_and_overwritten_in_whatever_case(product: Product) -> None:
    pat = await person(product)
    kept = await save(pat, "  Mein\u00a0 \u00c4rger ", bucket="FAILED", text=" acme  de ")
    assert kept == {"name": "Mein \u00c4rger", "bucket": "FAILED", "status": None, "text": "acme de", "sort": "NUMBER"}
    for _ in range(2):  # sent again, it changes nothing more
        kept = await save(pat, "MEIN A\u0308RGER", status=OPEN, sort="COMPANY")
    assert kept["status"] == ["SCHEDULED", "MAPPED"]
    assert (await pat.ask(READ))["viewer"]["orderViews"] == [kept]
    await save(pat, "beta")
    assert (await save(pat, "Alpha", formerName="mein \u00e4rger"))["name"] == "Alpha"
    assert await names(pat) == ["Alpha", "beta"]
    removed = await pat.do("removeOrderView", name="ALPHA")
    assert (removed.refused, removed.payload["orderView"]["name"]) == ([], "Alpha")
    again = await pat.do("removeOrderView", name="ALPHA")
    assert (again.refused, again.payload["orderView"]) == ([], None)
    assert await names(pat) == ["beta"]
    assert await names(await person(product, "eve@acme.example")) == []


async def test_what_cannot_be_kept_is_refused_and_changes_nothing(product: Product) -> None:
    pat = await person(product)
    for name, code in (("", "REQUIRED"), ("\u200b", "REQUIRED"), ("x" * 61, "TOO_LONG"), ("a\u202eb", "INVALID")):
        answer = await pat.do("saveOrderView", name=name, text="t" * 501, sort="NUMBER")
        assert answer.fields == {"name": code, "text": "TOO_LONG"}
        assert answer.payload["orderView"] is None
    assert await names(pat) == []
    assert (await save(pat, "\N{PILE OF POO}" * 60, text="t" * 500))["text"] == "t" * 500


async def test_there_are_twenty_at_most_also_when_they_are_saved_at_once(product: Product) -> None:
    pat = await person(product)
    answers = await asyncio.gather(
        *(pat.do("saveOrderView", name=f"View {number:02}", sort="NUMBER") for number in range(MAX_VIEWS + 3))
    )
    refused = [answer.refused for answer in answers if answer.refused]
    assert refused == [["NOT_ELIGIBLE"]] * 3
    kept = await names(pat)
    assert len(kept) == MAX_VIEWS
    await save(pat, kept[0].upper())
    await save(pat, "New", formerName=kept[1])
    assert len(await names(pat)) == MAX_VIEWS


async def test_only_people_who_signed_in_by_their_mailbox_have_views(product: Product) -> None:
    await save(await person(product), "Secret", text="what others search")
    seller = await product.integrator("cloud-sales", "orders:read", "orders:write")
    for caller, code in (
        (await product.opened(PAT), "FORBIDDEN"),
        (seller, "FORBIDDEN"),
        (product.browser(), "UNAUTHENTICATED"),
    ):
        for mutation, more in (("saveOrderView", {"sort": "NUMBER"}), ("removeOrderView", {})):
            answer = await caller.do(mutation, name="Secret", **more)
            assert [error["extensions"]["code"] for error in answer.errors] == [code]
        viewer = (await caller.ask(READ))["viewer"]
        assert viewer is None or viewer["orderViews"] == []
    rows = await database.rows("SELECT email_key FROM saved_views")
    assert [row["email_key"] for row in rows] == [PAT]
