"""A person goes on, on another device, with what they typed on the first one and did not save."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.conftest import Visitor, until
from tests.journeys.inspection import Inspection
from tests.journeys.serving import Site
from tests.journeys.test_together import NUMBERS, beside, mapped
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
TYPED = "query ($id: ID!) { order(id: $id) { typedSteps { entries } } }"
NAME = "Webex URL name"


def kept(walker: Walker, typed: str) -> None:
    """Wait until the server has what was typed."""
    body = {"query": TYPED, "variables": {"id": walker.order_id}}

    def is_there() -> bool:
        order = walker.page.request.post("/graphql", data=body).json()["data"]["order"]
        return any(typed in one["entries"] for one in order["typedSteps"])

    until(walker.page, is_there, f"the server does not have {typed}")


def settled(walker: Walker, name: str) -> None:
    """The field shows this, and the focus did not go away with the button that was pressed."""
    expect(walker.field(NAME)).to_have_value(name)
    expect(walker.page.locator("h1")).to_be_focused()


def test_what_is_typed_on_one_device_is_there_on_another_and_conflicts_are_shown(visit: Visit, site: Site) -> None:
    desk, email = mapped(visit("en"), site, "en")
    phone = beside(visit, site, email, "de")
    look = Inspection(phone.page, "de")
    path = f"/setup/{desk.order_id}/meetings-sites"
    names = [f"typed-{next(NUMBERS)}-{place}" for place in "abcd"]
    desk.page.goto(path)
    desk.fill(NAME, names[0])
    kept(desk, names[0])
    phone.page.goto(path)
    expect(phone.field(NAME)).to_have_value(names[0])
    mark = phone.page.locator(".banner").filter(has_text=phone.words("Not saved yet."))
    expect(mark).to_contain_text("auf einem anderen Gerät")
    look.look("typed elsewhere")
    # What the phone types goes on from what it shows; the desk, which has not seen it, is told and chooses.
    phone.fill(NAME, names[1])
    kept(phone, names[1])
    desk.fill(NAME, names[2])
    conflict = desk.page.locator(".conflict")
    expect(conflict).to_contain_text("You typed something else just now, on another device or in another window")
    expect(desk.field(NAME)).to_have_value(names[2])
    expect(desk.field(NAME)).to_be_focused()  # who types is not interrupted
    desk.page.get_by_role("radio", name=re.compile(f"Typed there {names[1]}")).check(force=True)
    desk.press("Continue")
    expect(conflict).to_have_count(0)
    settled(desk, names[1])
    # One of them saves: it ends, and who typed on is told when they come back.
    desk.press("Next")
    desk.arrive("meetings-review")
    phone.fill(NAME, names[3])
    kept(phone, names[3])
    phone.page.reload()
    told = phone.page.locator(".conflict")
    expect(told).to_contain_text(names[1])
    expect(told).to_contain_text(names[3])
    look.look("saved since")
    phone.press("Continue")
    expect(told).to_have_count(0)
    expect(phone.field(NAME)).to_have_value(names[3])
    phone.press("Next")
    phone.arrive("meetings-review")
    expect(desk.page.get_by_role("heading", name=f"{names[3]}.webex.com")).to_be_visible()
    phone.page.goto(path)
    expect(phone.field(NAME)).to_have_value(names[3])
    expect(mark).to_have_count(0)
    # What is not wanted is let go, and taken back.
    phone.fill(NAME, names[0])
    phone.page.reload()
    phone.press("Discard")
    settled(phone, names[3])
    phone.press("Undo")
    settled(phone, names[0])
    kept(phone, names[0])
    assert look.found == []
