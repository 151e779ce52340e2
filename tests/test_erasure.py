"""A person is erased: no table has their address any more, in whatever spelling."""

from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from tortoise.exceptions import BaseORMException

from backend import database, erasure
from backend.backup import tables
from backend.backup.tables import Kind
from tests.backup import test_copy
from tests.product import Product

PAT, KEY = "Pat.Muster@partner.example", "pat.muster@partner.example"
SECRET = "s" * 40


async def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables."""
    return {table.name: await database.rows(f'SELECT * FROM "{table.name}"') for table in tables.tables()}


def kept_mails(found: dict[str, list[dict[str, Any]]]) -> str:
    """What the mails say whose bytes are kept, however these are encoded."""
    mails = [message_from_bytes(row["mime"], policy=default) for row in found["email_message"] if row["mime"]]
    return "".join(str(part.get_content()) for mail in mails for part in mail.walk() if not part.is_multipart())


def where(found: dict[str, list[dict[str, Any]]], word: str) -> list[str]:
    """The columns in which a word stands, in whatever case."""
    return sorted(
        {
            f"{table}.{column}"
            for table, rows in found.items()
            for row in rows
            for column, value in row.items()
            if word in (value if isinstance(value, bytes) else str(value).encode()).lower().decode("utf-8", "replace")
        }
    )


async def a_life_of_an_order(product: Product) -> None:
    """Pat set up an order that was cancelled since, signed in, and is the salesperson of another one."""
    _, order = await product.mapped(PAT)
    pat = await product.signed_in(PAT)
    typed: dict[str, Any] = {"entries": f'{{"email": "{PAT}"}}', "version": 1, "writer": "a-browser", "number": 0}
    assert not (await pat.do("keepTypedStep", orderId=order["id"], step="MEETINGS_SITES", **typed)).refused
    assert not (await pat.do("saveOrderView", name=PAT, text=PAT, sort="NUMBER")).refused
    seller = await product.integrator("cloud-sales", "orders:write")
    sold = await product.place(
        seller, orderNumber="MENTIONS", sellerEmail=PAT.upper(), provisioningContactEmail="else@where.example"
    )
    other = await product.signed_in("else@where.example")
    assert not (await other.do("saveOrderView", name=f"For {PAT}", text=PAT, sort="NUMBER")).refused
    assert not (await other.do("keepTypedStep", orderId=sold["id"], step="AUDIENCE", **typed)).refused
    await product.deliver()
    await database.execute("UPDATE orders SET status = 'CANCELLED' WHERE contact_key = $1", [KEY])


async def test_a_person_is_in_no_table_any_more(product: Product) -> None:
    await a_life_of_an_order(product)
    before = await everything()
    named = {"orders.contact_key", "order_event.actor_key", "setup_link.email", "session.email_key"}
    assert named | {"saved_views.email_key", "saved_views.views", "typed_step.email_key", "typed_step.entries"} <= set(
        where(before, KEY)
    )
    assert KEY in kept_mails(before).lower()
    done = await erasure.erase(KEY, SECRET)
    after = await everything()
    assert KEY not in kept_mails(after).lower()
    assert where(after, "pat.muster") == where(after, "patmuster") == []
    assert len(after["order_event"]) == len(before["order_event"])
    assert len(after["orders"]) == len(before["orders"])
    assert done["orders"] == 2
    assert [row["step"] for row in after["typed_step"]] == ["AUDIENCE"]
    [pseudonym] = {row["contact_email"] for row in after["orders"] if row["contact_email"] != "else@where.example"}
    assert pseudonym.endswith("@erased.invalid")
    with pytest.raises(BaseORMException, match="append-only"):
        await database.execute("UPDATE order_event SET actor = 'somebody'")
    assert await erasure.erase(KEY, SECRET) == {}


async def test_others_with_a_similar_address_stay(product: Product) -> None:
    for email in ("a.pat.muster@partner.example", "pat.muster@partner.example.org", "pat.muster@other.example"):
        await product.place(orderNumber=email[:20], provisioningContactEmail=email)
    before = await everything()
    await erasure.erase(KEY, SECRET)
    after = await everything()
    assert after["orders"] == before["orders"]
    assert after["order_event"] == before["order_event"]


async def test_who_is_to_set_up_an_order_stays_until_somebody_else_is(product: Product) -> None:
    await product.place(provisioningContactEmail=PAT, orderNumber="OPEN-1")
    before = await everything()
    with pytest.raises(erasure.CannotEraseError, match="to set up OPEN-1"):
        await erasure.erase(KEY, SECRET)
    assert await everything() == before


async def test_every_text_of_every_table_is_looked_at(fresh: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(test_copy, "TEXT", f" {PAT} ")
    monkeypatch.setattr(test_copy, "JSON", {"by": [f"to {PAT.upper()}, link ?to=pat.muster%40PARTNER.example"]})
    await test_copy.fill(fresh)
    await database.connect(fresh)
    try:
        plan, person = tables.tables(), erasure.Person(KEY, "erased@erased.invalid")
        texts = {
            f"{table.name}.{column.name}"
            for table in plan
            for column in table.columns
            if column.kind is Kind.JSON or (column.kind is Kind.TEXT and (column.longest or 99) >= len(PAT) + 2)
        }
        assert set(where(await everything(), KEY)) == texts
        async with database.transaction(), erasure.changeable(plan):
            for table in plan:
                await person.rewrite(table, set())
        assert where(await everything(), KEY) == where(await everything(), KEY.replace("@", "%40")) == []
    finally:
        await database.disconnect()
