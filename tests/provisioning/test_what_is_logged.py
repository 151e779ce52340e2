"""Who signs in, guesses, tries what they may not, or does something too often, leaves a line in the log."""

import logging

import pytest

from tests.product import Product

PAT = "pat@partner.example"


def lines(caplog: pytest.LogCaptureFixture, logger: str) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == logger]


async def test_signing_in_and_wrong_codes_are_logged(product: Product, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    await product.place()
    browser = product.browser()
    await browser.do("requestSignIn", email=PAT)
    right = await product.code(PAT)
    await browser.do("signIn", email=PAT, code="000000" if right != "000000" else "000001")
    await browser.do("signIn", email=PAT, code=right)
    assert lines(caplog, "backend.sign_in") == [f"A wrong code for {PAT}", f"Signed in: {PAT}, everything"]
    assert right not in caplog.text


async def test_who_tries_what_they_may_not_is_logged(product: Product, caplog: pytest.LogCaptureFixture) -> None:
    order = await product.place()
    stranger = await product.integrator("others")
    await stranger.do("cancelOrder", orderId=order["id"], reason="Mine")
    [line] = lines(caplog, "backend.rights")
    assert line.startswith("token:others may not see order")


async def test_a_limit_that_is_reached_is_one_line_however_often_it_is_hit(
    product: Product, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(15):
        await product.browser().do("requestSignIn", email=PAT)
    reached = [line for line in lines(caplog, "backend.limits") if "code-requests" in line]
    assert len(reached) == 1


async def test_a_person_is_signed_out_everywhere_by_a_command(product: Product) -> None:
    from backend.provisioning import sign_in  # as `end-sessions` does

    await product.place()
    people = [await product.signed_in(PAT) for _ in range(2)]
    assert await sign_in.end_all(PAT) == 2
    for person in people:
        assert (await person.ask("{ viewer { email } }"))["viewer"] is None
