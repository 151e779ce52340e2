"""The mailbox page of development: found by address, 50 a page, in both languages; its frame is let in."""

import re

import pytest

from backend import outbox
from backend.models.outbox import EmailKind, MailTopic
from tests.product import Product


async def written(product: Product, *recipients: str) -> None:
    """Mails to these addresses, one after the other."""
    for number, recipient in enumerate(recipients):
        await outbox.enqueue(EmailKind.NOTICE, recipient, "en", key=f"{number}", at=product.now, topic=MailTopic.CLOSED)


async def listed(product: Product, search: str = "", language: str = "en") -> tuple[list[str], str]:
    """Whom the page lists, and the page."""
    page = (await product.browser(language=language).get(f"/dev/mailbox{search}")).text
    return re.findall(r'<span class="small">(\S+) ', page), page


async def test_fifty_mails_are_a_page_and_older_leads_to_the_rest(product: Product) -> None:
    await written(product, *(f"p{number}@acme.example" for number in range(120)))
    found, search = [], ""
    for expected in (50, 50, 20):
        shown, page = await listed(product, search)
        assert len(shown) == expected
        found += shown
        search = next(iter(re.findall(r'href="(\?[^"]+)"', page)), "")
    assert found == [f"p{number}@acme.example" for number in reversed(range(120))]
    assert not search


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("LENA.V", ["lena.vogt@halden.example"]),
        ("lena.VOGT", ["lena.vogt@halden.example"]),
        ("halden.example", ["lena_x@halden.example", "lena.vogt@halden.example"]),
        ("lena_x", ["lena_x@halden.example"]),
        ("%25", []),
        ("bücher.example", ["it@xn--bcher-kva.example"]),
        ("it@bücher.example", ["it@xn--bcher-kva.example"]),
        ("nobody", []),
        ("x" * 10_000, []),
    ],
)
async def test_mails_are_found_by_an_address_or_a_part_of_it(product: Product, typed: str, found: list[str]) -> None:
    await written(product, "lena.vogt@halden.example", "lena_x@halden.example", "it@xn--bcher-kva.example")
    shown, page = await listed(product, f"?to={typed}")
    assert shown == found
    assert ("No emails to this address." in page) is (not found)
    for_programs = (await product.browser().get(f"/dev/mailbox/messages.json?to={typed}")).json()
    assert [mail["to"] for mail in for_programs] == found


@pytest.mark.parametrize("before", ["", "-1", "x", "9" * 40, "٣"])
async def test_a_place_in_the_list_that_does_not_exist_shows_a_page(product: Product, before: str) -> None:
    await written(product, "p@acme.example")
    shown, _ = await listed(product, f"?before={before}")
    assert shown == ["p@acme.example"]


async def test_the_page_speaks_german_and_tells_times_in_words(product: Product) -> None:
    await product.place()
    await product.deliver()
    product.later(hours=3)
    _, page = await listed(product, language="de")
    assert all(words in page for words in ('lang="de"', "Postfach", "vor 3 Stunden", "angenommen"))


async def test_the_mail_is_shown_in_a_frame_that_the_page_lets_in_and_that_runs_nothing(product: Product) -> None:
    await product.place()
    [mail] = await product.mails()
    page = await product.browser().get(f"/dev/mailbox/{mail['id']}")
    assert "frame-src 'self'" in page.headers["content-security-policy"]
    assert "allow-scripts" not in page.text
    frame = await product.browser().get(f"/dev/mailbox/{mail['id']}/html")
    assert "frame-ancestors 'self'" in frame.headers["content-security-policy"]
    assert "Set Up Your Service" in frame.text
    assert (await product.browser().get(f"/dev/mailbox/{'9' * 30}")).status_code == 404
