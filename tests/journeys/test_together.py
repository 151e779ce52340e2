"""Two people on one page of an order, one impatient person, and a person whose connection or session ends."""

import re
from collections.abc import Callable
from itertools import count
from typing import Any

from playwright.sync_api import APIResponse, Route, expect

from tests.journeys.conftest import Visitor, until
from tests.journeys.serving import Site
from tests.journeys.walker import Walker
from tests.product import service

Visit = Callable[..., Visitor]
NUMBERS = count(1)
HOURS = 3_600_000  # milliseconds
ADDRESS = {"address1": "Alte Gasse 1", "city": "Hamburg", "postalCode": "20457", "country": "DE"}
LOCATION = {"timeZone": "Europe/Berlin", "preferredLanguage": "de_DE", "announcementLanguage": "de_DE"}


def mapped(visitor: Visitor, site: Site, language: str) -> tuple[Walker, str]:
    """A browser in which the contact has mapped an order to their own new company; and the address."""
    email = f"anna@together-{next(NUMBERS)}.example"
    number = site.place(email, language=language, companyName="Together", customerDomain=None)
    walker = Walker(visitor.page, language)
    walker.open_link(site.link(email, number))
    walker.arrive("audience")
    id = walker.order_id
    walker.act("chooseAudience", orderId=id, audience="OWN_COMPANY")
    company = {"companyName": f"Together {number}", "businessVertical": "OTHER", "country": "DE"}
    walker.act("createOrganization", orderId=id, slot="CUSTOMER", **company)
    walker.act("confirmOrganizations", orderId=id)
    return walker, email


def beside(visit: Visit, site: Site, email: str, language: str) -> Walker:
    """Another browser in which the same person has signed in by code."""
    visitor = visit(language)
    cookies = site.sign_in(email).items()
    visitor.context.add_cookies([{"name": name, "value": value, "url": site.url} for name, value in cookies])
    return Walker(visitor.page, language)


def asked(visit: Visit, site: Site, one: Walker, kind: str, language: str) -> tuple[Walker, str]:
    """A browser of somebody who was asked to set up a service of the order too; and their address."""
    email = f"bert@together-{next(NUMBERS)}.example"
    one.act("delegateService", serviceId=service_id(one, one.order_id, kind), email=email)
    return beside(visit, site, email, language), email


def both_open(walkers: tuple[Walker, Walker], id: str, slug: str) -> None:
    for walker in walkers:
        walker.page.goto(f"/setup/{id}/{slug}")
        walker.arrive(slug)


def race(walkers: tuple[Walker, Walker], slug: str, onward: str) -> tuple[int, int]:
    """Both click Next at once; who won, and who is told so and still has their page."""
    first = walkers[0].page
    asked = first.locator("h1").inner_text()
    for walker in walkers:
        walker.press("Next")
    next_question = first.locator("h1").filter(has_not_text=asked)
    expect(first.locator(".conflict").or_(next_question)).to_be_visible()
    winner = 1 if first.locator(".conflict").count() else 0
    walkers[winner].arrive(onward)
    loser = walkers[1 - winner]
    expect(loser.page.locator(".stale")).to_be_focused()
    loser.arrive(slug)
    return winner, 1 - winner


def settle(walker: Walker, theirs: str) -> None:
    """Take this value of the other's, keep the rest, and save."""
    side = walker.words("Their value")
    walker.page.get_by_role("radio", name=re.compile(f"^{side} {re.escape(theirs)}")).check(force=True)
    walker.press("Continue")
    expect(walker.page.locator(".conflict")).to_have_count(0)


def test_of_two_who_name_sites_one_wins_and_the_other_keeps_what_she_typed(visit: Visit, site: Site) -> None:
    one, email = mapped(visit("en"), site, "en")
    other, address = asked(visit, site, one, "MEETINGS", "en")
    walkers, emails = (one, other), (email, address)
    both_open(walkers, one.order_id, "meetings-sites")
    names = [f"together-{next(NUMBERS)}" for _ in walkers]
    for walker, name in zip(walkers, names, strict=True):
        walker.fill("Webex URL name", name)
        walker.tick("Early release schedule")
    winner, loser = race(walkers, "meetings-sites", "meetings-review")
    expect(walkers[loser].page.locator(".conflict")).to_contain_text(f"{emails[winner]} changed this just now")
    expect(walkers[loser].page.locator(".conflict-row")).to_have_count(1)  # both want the early release
    expect(walkers[loser].field("Webex URL name")).to_have_value(names[loser])
    settle(walkers[loser], names[winner])
    expect(walkers[loser].field("Webex URL name")).to_have_value(names[winner])
    walkers[loser].fill("Webex URL name", names[loser])
    walkers[loser].press("Next")
    walkers[loser].arrive("meetings-review")
    expect(walkers[winner].page.get_by_role("heading", name=f"{names[loser]}.webex.com")).to_be_visible()


def test_of_two_who_split_licenses_one_wins_and_who_closes_sees_the_change_first(visit: Visit, site: Site) -> None:
    one, _ = mapped(visit("de"), site, "de")
    id = one.order_id
    names = [f"together-{next(NUMBERS)}" for _ in range(2)]
    order = one.act("setUpNow", serviceId=service_id(one, id, "MEETINGS"))
    entries = [{"siteName": name, "timeZone": "Europe/Berlin", "earlyRelease": False} for name in names]
    one.act("saveMeetingSites", serviceId=service(order, "MEETINGS")["id"], sites=entries)
    walkers = one, asked(visit, site, one, "MEETINGS", "de")[0]
    both_open(walkers, id, "meetings-licenses")
    for walker, units in zip(walkers, ([100, 150], [200, 50]), strict=True):
        for place, number in enumerate(units):
            walker.page.locator("[data-number] input").nth(place).fill(str(number))
    winner, loser = race(walkers, "meetings-licenses", "meetings-review")
    values = [walkers[loser].page.locator("[data-number] input").nth(place).input_value() for place in range(2)]
    assert values == [["100", "150"], ["200", "50"]][loser]
    walkers[loser].press("Continue")
    walkers[loser].press("Next")
    walkers[loser].arrive("meetings-review")
    walkers[winner].press("Close")
    expect(walkers[winner].page.locator(".stale")).to_be_focused()
    expect(walkers[winner].page.get_by_text(f"Webex Meetings: {values[0]}")).to_be_visible()
    walkers[winner].press("Continue")
    walkers[winner].press("Close")
    walkers[winner].arrive("done")
    walkers[loser].arrive("done")
    expect(walkers[loser].page.get_by_text(walkers[loser].words("This order has changed."))).to_be_visible()
    expect(walkers[winner].page.get_by_text(walkers[winner].words("This order has changed."))).to_have_count(0)


def test_who_closes_is_not_told_that_somebody_else_did_when_the_socket_is_faster_than_the_answer(
    visit: Visit, site: Site
) -> None:
    one, email = mapped(visit("de"), site, "de")
    id = one.order_id
    order = one.act("setUpNow", serviceId=service_id(one, id, "MEETINGS"))
    entries = [{"siteName": f"together-{next(NUMBERS)}", "timeZone": "Europe/Berlin", "earlyRelease": False}]
    one.act("saveMeetingSites", serviceId=service(order, "MEETINGS")["id"], sites=entries)
    walkers = one, beside(visit, site, email, "de")
    both_open(walkers, id, "meetings-review")
    held: list[tuple[Route, APIResponse]] = []

    def hold(route: Route) -> None:
        if "submitService" in (route.request.post_data or ""):
            held.append((route, route.fetch()))
        else:
            route.fallback()

    closer, other = walkers
    closer.page.route("**/graphql", hold)
    closer.press("Close")
    other.arrive("done")  # everybody's socket has told it
    expect(closer.page.get_by_role("button", name=closer.words("Close"))).to_have_attribute("aria-disabled", "true")
    until(closer.page, lambda: held, "the server does not answer who closes")
    [(route, answer)] = held
    route.fulfill(response=answer)
    closer.arrive("done")
    expect(other.page.get_by_text(other.words("This order has changed."))).to_be_visible()
    expect(closer.page.get_by_text(closer.words("This order has changed."))).to_have_count(0)


def service_id(walker: Walker, order_id: str, kind: str) -> str:
    """The id of a service, which setting up later and now again does not change."""
    query = "query ($id: ID!) { order(id: $id) { services { id kind } } }"
    body: dict[str, Any] = {"query": query, "variables": {"id": order_id}}
    order = walker.page.request.post("/graphql", data=body).json()["data"]["order"]
    return str(service(order, kind)["id"])


def test_of_two_who_enter_the_headquarters_one_wins(visit: Visit, site: Site) -> None:
    one, _ = mapped(visit("de"), site, "de")
    walkers = one, asked(visit, site, one, "CALLING", "de")[0]
    both_open(walkers, one.order_id, "calling-location")
    for walker, street in zip(walkers, ("Alte Gasse 1", "Neue Gasse 2"), strict=True):
        walker.fill("Location name", "Zentrale")
        walker.page.locator('[name="address.address1"]').fill(street)
        walker.page.locator('[name="address.postalCode"]').fill("20457")
        walker.page.locator('[name="address.city"]').fill("Hamburg")
    winner, loser = race(walkers, "calling-location", "calling-review")
    theirs = ("Alte Gasse 1", "Neue Gasse 2")[winner]
    settle(walkers[loser], theirs)
    expect(walkers[loser].page.locator('[name="address.address1"]')).to_have_value(theirs)
    walkers[loser].press("Next")
    walkers[loser].arrive("calling-review")


def test_of_two_who_choose_an_organization_one_wins(visit: Visit, site: Site) -> None:
    email = "two@halden.example"
    one = Walker(visit("en").page, "en")
    one.open_link(site.link(email, site.place(email)))
    one.arrive("audience")
    one.act("chooseAudience", orderId=one.order_id, audience="CUSTOMER")
    walkers = one, beside(visit, site, email, "en")
    both_open(walkers, one.order_id, "partner-organization")
    names = "Halden Networks GmbH", "Halden Trial"
    for walker, name in zip(walkers, names, strict=True):
        walker.choose(name)
    winner, loser = race(walkers, "partner-organization", "customer-organization")
    expect(walkers[loser].page.get_by_role("radio", name=re.compile("^" + names[loser]))).to_be_checked()
    settle(walkers[loser], names[winner])
    walkers[loser].arrive("customer-organization")


def is_checked(walker: Walker, name: str) -> None:
    """The page says that the name is free: nothing more is asked."""
    free = walker.words("{address} is available").replace("{address}", f"{name}.webex.com")
    expect(walker.page.locator("#main").get_by_text(free)).to_be_visible()


def test_a_double_click_does_it_once(visit: Visit, site: Site) -> None:
    walker, _ = mapped(visit("en"), site, "en")
    id = walker.order_id
    walker.page.goto(f"/setup/{id}/meetings-sites")
    walker.fill("Webex URL name", f"together-{next(NUMBERS)}")
    walker.page.get_by_role("button", name="Next").dblclick()
    walker.arrive("meetings-review")
    walker.page.get_by_role("button", name="Close").dblclick()
    walker.arrive("done")
    walker.page.goto(f"/orders/{id}")
    timeline = walker.page.get_by_role("heading", name="Timeline").locator("xpath=ancestor::section[1]")
    expect(timeline.get_by_text(re.compile("Saved the sites"))).to_have_count(1)
    expect(timeline.get_by_text(re.compile("Closed Meetings|Submitted Meetings"))).to_have_count(1)


def test_without_a_connection_nothing_is_lost_and_trying_again_goes_on(visit: Visit, site: Site) -> None:
    visitor = visit("de")
    walker, _ = mapped(visitor, site, "de")
    page = walker.page
    page.goto(f"/setup/{walker.order_id}/meetings-sites")
    name = f"together-{next(NUMBERS)}"
    walker.fill("Webex URL name", name)
    is_checked(walker, name)
    page.context.set_offline(True)
    walker.press("Next")
    expect(page.get_by_text(walker.words("You’re offline."))).to_be_visible()
    expect(page.get_by_text(walker.words("Your entries are still here."))).to_be_visible()
    expect(walker.field("Webex URL name")).to_have_value(name)
    page.context.set_offline(False)
    walker.press("Try again")
    walker.arrive("meetings-review")
    assert all("ERR_INTERNET_DISCONNECTED" in complaint for complaint in visitor.complaints)
    visitor.complaints.clear()


def test_a_session_that_ends_is_announced_prolonged_by_a_click_and_leads_back(visit: Visit, site: Site) -> None:
    walker, email = mapped(visit("de"), site, "de")
    page, id = walker.page, walker.order_id
    heard: list[str] = []

    def hear(told: str | bytes) -> None:
        heard.append(str(told))

    page.on("websocket", lambda socket: socket.on("framereceived", hear))
    page.clock.install()
    page.goto(f"/setup/{id}/meetings-sites")
    # Until the socket tells of the order the page asks for it every few seconds, which prolongs the session.
    until(page, lambda: any('"next"' in told for told in heard), "the socket tells nothing")
    name = f"together-{next(NUMBERS)}"
    with page.expect_response(lambda response: "keepTypedStep" in (response.request.post_data or "")):
        walker.fill("Webex URL name", name)
    is_checked(walker, name)
    warning = page.get_by_role("complementary", name=walker.words("Session"))
    page.clock.fast_forward(8 * HOURS - 175_000)  # nearly a minute for a slow machine until here
    expect(warning).to_have_count(0)
    page.clock.fast_forward(65_000)
    expect(warning).to_contain_text(walker.words("Your session ends in 2 minutes."))
    walker.press("Stay signed in")
    expect(warning).to_have_count(0)
    elsewhere = beside(visit, site, email, "de")
    elsewhere.page.request.post("/graphql", data={"query": "mutation { signOut(everywhere: true) { order { id } } }"})
    page.clock.fast_forward(8 * HOURS)
    page.wait_for_url("**/sign-in?*")
    expect(page.get_by_text(walker.words("Your session has ended."))).to_be_visible()
    page.get_by_role("textbox").first.fill(email)
    page.keyboard.press("Enter")
    page.get_by_label(walker.words("Code")).fill(site.code(email))
    page.keyboard.press("Enter")
    walker.arrive("meetings-sites")
    expect(walker.field("Webex URL name")).to_have_value(name)
