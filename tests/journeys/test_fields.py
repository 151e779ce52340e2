"""What people type, paste and choose in fields, as they do it: other words, other scripts, other browsers."""

import re
from collections.abc import Callable
from itertools import count, cycle

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Visitor, until
from tests.journeys.serving import Site
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
NUMBERS = count(1)
# A browser that is older than a time zone: it knows nothing of it.
OLD = """(unknown) => {
  const Known = Intl.DateTimeFormat;
  Intl.DateTimeFormat = class extends Known {
    constructor(locale, options) {
      if (options?.timeZone === unknown) throw new RangeError(`Invalid time zone specified: ${unknown}`);
      super(locale, options);
    }
  };
}"""


def begin(
    visit: Visit, site: Site, page: str, *, script: str = "", country: str = "DE", sites: int = 1, language: str = "en"
) -> Walker:
    """A contact at a page of service setup."""
    company = f"Field {next(NUMBERS)}"
    contact = f"kim@{company.lower().replace(' ', '-')}.example"
    number = site.place(contact, companyName=f"{company} GmbH", customerDomain=None, country=country)
    visitor = visit(language)
    if script:
        visitor.page.add_init_script(script)
    walker = Walker(visitor.page, language)
    id = walker.enter(site.link(contact, number))
    walker.act("chooseAudience", orderId=id, audience="OWN_COMPANY")
    entry = {"companyName": f"{company} GmbH", "businessVertical": "OTHER", "country": country}
    walker.act("createOrganization", orderId=id, slot="CUSTOMER", **entry)
    order = walker.act("confirmOrganizations", orderId=id)
    if sites > 1:
        named = [
            {"siteName": f"{company.lower().replace(' ', '-')}-{n}", "timeZone": "Europe/Berlin", "earlyRelease": False}
            for n in range(sites)
        ]
        meetings = next(one for one in order["services"] if one["kind"] == "MEETINGS")
        walker.act("saveMeetingSites", serviceId=meetings["id"], sites=named)
    walker.page.goto(f"/setup/{id}/{page}")
    walker.arrive(page)
    return walker


def leave_with(field: Locator, typed: str) -> None:
    field.fill(typed)
    field.press("Tab")


def test_a_country_is_taken_by_codes_and_usual_names_and_never_kept_behind_a_text_that_finds_nothing(
    visit: Visit, site: Site
) -> None:
    walker = begin(visit, site, "calling-location")
    page = walker.page
    country = page.get_by_role("combobox", name="Country or region")
    for typed, name in {
        "UK": "United Kingdom",
        "US": "United States",
        "DE": "Germany",
        "CH": "Switzerland",
        "AT": "Austria",
        "USA": "United States",
        "UAE": "United Arab Emirates",
        "Turkey": "Türkiye",
        "Holland": "Netherlands",
        "Czech Republic": "Czechia",
        "England": "United Kingdom",
        "Macau": "Macao SAR China",
        "Kosovo": "Kosovo",
        "Schweiz": "Switzerland",
        "Ivory Coast": "Côte d’Ivoire",
        "DEU": "Germany",
    }.items():
        leave_with(country, typed)
        expect(country).to_have_value(name)
    leave_with(country, "raine")  # the middle of Ukraine
    expect(country).to_have_value("raine")
    expect(page.get_by_text("Nothing matches “raine”. Choose from the list.")).to_be_visible()
    walker.press("Next")
    expect(page.locator(".error-summary")).to_contain_text("Choose a country or region")
    country.fill("")
    country.fill("raine")  # the list opens with what is typed; Enter belongs to it, not to the form
    expect(country).to_have_attribute("aria-expanded", "true")
    country.press("Enter")
    expect(country).to_have_value("raine")
    country.press("ArrowDown")
    country.press("Enter")
    expect(country).to_have_value("Ukraine")
    zone = page.get_by_role("combobox", name="Time zone")
    expect(zone).to_have_value("")  # the time zones of Ukraine are there
    zone.click()
    expect(page.get_by_role("option").first).to_have_text(re.compile("^Kyiv"))


REGIONS = [
    # country, label in English and German, and what people type with the region that it leads to
    ("TR", "Province", "Provinz", {"Istanbul": "İstanbul", "istanbul": "İstanbul", "İSTANBUL": "İstanbul"}),
    ("IE", "County", "Grafschaft", {"Dublin": "Co. Dublin", "Kilkenny": "Co. Kilkenny"}),
    ("CN", "Province", "Provinz", {"北京": "Beijing Shi", "Peking": "Beijing Shi"}),
    ("AU", "State", "Bundesstaat", {"NSW": "New South Wales", "New South Wales": "New South Wales"}),
    ("UA", "Region", "Region", {"Kiev": "Kyiv city", "Київ": "Kyiv city"}),
    ("IN", "State", "Bundesstaat", {"Orissa": "Odisha", "TN": "Tamil Nadu"}),
    ("KR", "Province or city", "Provinz oder Stadt", {"경기": "Gyeonggi-do", "Gyeonggi": "Gyeonggi-do"}),
]


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_region_is_found_by_all_its_names_and_one_that_is_not_listed_is_kept(
    visit: Visit, site: Site, language: str
) -> None:
    walker = begin(visit, site, "calling-location", language=language)
    page = walker.page
    country = walker.field("Country or region")
    for code, *labels, names in REGIONS:
        leave_with(country, code)
        region = page.get_by_role("combobox", name=re.compile(rf"^{labels[language == 'de']}( \(|$)"))
        for key, (typed, label) in zip(cycle(("Tab", "Enter")), names.items()):
            region.fill(typed)
            region.press(key)
            expect(region).to_have_value(label)
    # Only the countries whose list is complete insist on it.
    region = page.locator('[name="address.state"]')
    region.fill("Gyeong")
    expect(page.get_by_role("option", name="Gyeonggi-do")).to_be_visible()
    region.press("Tab")
    expect(region).to_have_value("Gyeong")
    region.fill("Neuland 5")
    expect(page.get_by_text(walker.words("Not in the list, kept as written")).first).to_be_visible()
    region.press("Enter")
    expect(region).to_have_value("Neuland 5")
    region.fill("Gyeong")
    region.press("ArrowDown")
    region.press("Enter")
    expect(region).to_have_value(re.compile("^Gyeong.*-do$"))
    leave_with(country, "US")
    state = page.get_by_role("combobox", name="State" if language == "en" else "Bundesstaat")
    leave_with(state, "Neuland")
    expect(state).to_have_attribute("aria-invalid", "true")


def test_a_location_is_saved_with_a_region_that_is_not_listed(visit: Visit, site: Site) -> None:
    walker = begin(visit, site, "calling-location")
    page = walker.page
    walker.fill("Location name", "Depot")
    leave_with(walker.field("Country or region"), "TR")
    leave_with(page.get_by_role("combobox", name="Province"), "Yeni İl")
    for label, value in {"Street address": "Atatürk Cad. 1", "District": "Merkez", "Postal code": "34000"}.items():
        leave_with(page.get_by_label(label, exact=True).first, value)
    leave_with(walker.field("Preferred language"), "English")
    leave_with(walker.field("Announcement language"), "English")
    walker.press("Next")
    page.wait_for_url(lambda url: not url.endswith("/calling-location"))
    expect(page.get_by_text(re.compile("Yeni İl")).first).to_be_visible()


def test_a_time_zone_is_found_by_cities_abbreviations_old_names_and_those_of_windows(visit: Visit, site: Site) -> None:
    walker = begin(visit, site, "meetings-sites")
    zone = walker.page.get_by_role("combobox", name="Time zone")
    for typed, label in {
        "Seattle": "Los Angeles, United States",
        "Hamburg": "Berlin, Germany",
        "Mumbai": "Kolkata, India",
        "München": "Berlin, Germany",
        "Beijing": "Shanghai, China",
        "San Francisco": "Los Angeles, United States",
        "Kiev": "Kyiv, Ukraine",
        "Calcutta": "Kolkata, India",
        "CET": "Berlin, Germany",
        "GMT": "London, United Kingdom",
        "PST": "Los Angeles, United States",
        "Eastern Time": "New York, United States",
        "USA": "New York, United States",
        "UK": "London, United Kingdom",
        "W. Europe Standard Time": "Berlin, Germany",
        "US/Central": "Chicago, United States",
        "東京": "Tokyo, Japan",
        "GMT+5:30": "Kolkata, India",
    }.items():
        leave_with(zone, typed)
        expect(zone).to_have_value(label)
    zone.fill("munich")
    expect(walker.page.get_by_role("option", name="Berlin, Germany Munich UTC+01:00")).to_be_visible()
    leave_with(zone, "Atlantis")
    expect(zone).to_have_value("Atlantis")
    walker.fill("Webex URL name", f"atlantis-{next(NUMBERS)}")
    walker.press("Next")
    expect(walker.page.locator(".error-summary")).to_contain_text("Choose a time zone")


def test_keys_belong_to_the_input_method_while_it_composes(visit: Visit, site: Site) -> None:
    walker = begin(visit, site, "calling-location")
    page = walker.page
    country = page.get_by_role("combobox", name="Country or region")
    country.fill("united")
    expect(page.get_by_role("option").first).to_be_visible()
    for key in ("Enter", "ArrowDown", "Escape"):
        for told in ({"isComposing": True}, {"keyCode": 229}):  # Safari tells it by the code alone
            country.dispatch_event("keydown", {"key": key, "bubbles": True, "cancelable": True, **told})
    expect(country).to_have_value("united")
    expect(page.get_by_role("listbox")).to_be_visible()
    country.press("Enter")
    expect(country).to_have_value("United Arab Emirates")


def test_a_code_is_read_in_every_script_and_left_alone_while_it_is_composed(visit: Visit, site: Site) -> None:
    page = visit("en").page
    page.goto("/sign-in")
    page.get_by_label("Email address").fill(f"code{next(NUMBERS)}@halden.example")
    page.get_by_role("button", name="Send me a code").click()
    code = page.get_by_label("Code")
    for typed in ("１２３４５６", "١٢٣٤٥٦", "Code: 123 456", "ord DE-4500127: 123456", "123-456 (order 4500127)"):
        code.fill(typed)
        expect(code).to_have_value("123456")
    code.fill("")
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "１２３", "selectionStart": 3, "selectionEnd": 3})
    expect(code).to_have_value("１２３")
    session.send("Input.insertText", {"text": "１２３"})
    expect(code).to_have_value("123")


@pytest.mark.parametrize(
    ("zone", "country", "shown"),
    [("America/Coyhaique", "CL", "Coyhaique"), ("Europe/Kyiv", "UA", "Kyiv"), ("Europe/Berlin", "DE", "Berlin")],
)
def test_a_time_zone_that_the_browser_does_not_know_is_shown_by_its_city(
    visit: Visit, site: Site, zone: str, country: str, shown: str
) -> None:
    walker = begin(visit, site, "calling-location", script=f"({OLD})({zone!r})", country=country)
    page = walker.page
    box = page.get_by_role("combobox", name="Time zone")
    leave_with(box, shown)
    expect(box).to_have_value(re.compile(f"^{shown}"))
    page.goto(f"/setup/{walker.order_id}/meetings-sites")
    box = page.get_by_role("combobox", name="Time zone")
    leave_with(box, shown)
    expect(box).to_have_value(re.compile(f"^{shown}"))
    walker.fill("Webex URL name", f"old-{next(NUMBERS)}")
    walker.press("Next")
    walker.arrive("meetings-review")
    expect(page.get_by_text(re.compile(f"^{shown}, ")).first).to_be_visible()
    page.goto(f"/orders/{walker.order_id}")
    expect(page.get_by_text(re.compile(shown)).first).to_be_visible()


def test_a_browser_of_latin_america_proposes_no_country_that_is_none(visit: Visit, site: Site) -> None:
    contact = f"sofia{next(NUMBERS)}@halden.example"
    number = site.place(contact, country=None, customerDomain=None)
    page = visit("en").page
    page.add_init_script("Object.defineProperty(navigator, 'language', { get: () => 'es-419' })")
    walker = Walker(page, "en")
    walker.open_link(site.link(contact, number))
    walker.say_audience("This order is for a customer")
    walker.arrive("partner-organization")
    walker.choose("None of these")
    walker.press("Next")
    walker.fill("Company name", "Sin País SA")
    walker.select("Business vertical")
    expect(page.get_by_role("combobox", name="Country or region")).to_have_value("")
    walker.press("Next")
    expect(page.locator(".error-summary")).to_contain_text("Choose a country or region")


def test_numbers_are_read_as_they_are_meant_or_told_to_be_wrong(visit: Visit, site: Site) -> None:
    walker = begin(visit, site, "meetings-licenses", sites=2)
    page = walker.page
    units = page.get_by_role("textbox", name=re.compile("^Webex Meetings for")).first
    for typed, left in {"1.00": "249 of 250 left", "１２３": "127 of 250 left", "٢٠٠": "50 of 250 left"}.items():
        leave_with(units, typed)
        expect(page.get_by_text(left)).to_be_visible()
    leave_with(units, "1.000")
    expect(units).to_have_value("1,000")
    expect(page.get_by_text("750 too many")).to_be_visible()
    for typed, problem in {
        "3.5": "Enter a whole number",
        "-5": "Enter 0 or more",
        "12345678901234": "Enter a smaller number",
        "ten": "Enter a number in digits",
    }.items():
        leave_with(units, typed)
        expect(units).to_have_value(typed)
        expect(page.get_by_text(problem, exact=True)).to_be_visible()
    walker.press("Next")
    expect(page.locator(".error-summary")).to_contain_text(
        re.compile("Webex Meetings for .*: Enter a number in digits")
    )
    page.reload()
    expect(units).to_have_value("ten")
    units.fill("9")
    units.press("ArrowUp")
    expect(units).to_have_value("10")


def test_site_names_are_proposed_at_once_and_a_long_one_is_told_to_be_long(visit: Visit, site: Site) -> None:
    walker = begin(visit, site, "meetings-sites")
    page = walker.page
    chips = page.locator(".site-suggestions .chip")
    expect(chips.first).to_have_text(re.compile(r"^field-\d+$"))
    name = chips.first.inner_text()
    chips.first.click()
    expect(page.get_by_text(f"{name}.webex.com is available", exact=True).last).to_be_visible()
    walker.fill("Webex URL name", "a" * 61)
    expect(page.get_by_text("Use 60 characters at most.").last).to_be_visible()
    expect(page.get_by_text("is taken")).to_have_count(0)


def test_a_problem_names_its_field_and_goes_with_the_country_that_it_was_about(visit: Visit, site: Site) -> None:
    walker = begin(visit, site, "calling-location")
    page = walker.page
    page.get_by_label("Street address").fill("x" * 101)
    page.get_by_label("City").fill("y" * 61)
    page.get_by_label("Postal code").fill("1")
    walker.press("Next")
    summary = page.locator(".error-summary")
    for text in ("Street address: Use 100 characters", "City: Use 60 characters"):
        expect(summary).to_contain_text(text)
    expect(page.locator('[data-field="address.postalCode"] .field-error')).to_be_visible()
    leave_with(page.get_by_role("combobox", name="Country or region"), "US")
    expect(page.get_by_label("ZIP code")).to_be_visible()
    expect(page.locator(".field-error")).to_have_count(0)
    expect(summary).to_have_count(0)


def test_change_on_a_review_page_leads_into_the_field_that_it_names(visit: Visit, site: Site) -> None:
    walker = begin(visit, site, "meetings-licenses", sites=2)
    page = walker.page
    walker.split_evenly()
    walker.press("Next")
    walker.arrive("meetings-review")
    page.get_by_role("link", name=re.compile("^Change time zone of .*-1$")).click()
    walker.arrive("meetings-sites")
    expect(page.get_by_role("combobox", name="Time zone").nth(1)).to_be_focused()
    walker.press("Next")
    page.get_by_role("link", name=re.compile("^Change licenses of .*-1$")).click()
    walker.arrive("meetings-licenses")
    expect(page.get_by_role("textbox", name=re.compile("^Webex Meetings for .*-1$"))).to_be_focused()


def test_a_page_that_breaks_keeps_what_was_typed(visit: Visit, site: Site) -> None:
    visitors: list[Visitor] = []

    def seen(language: str) -> Visitor:
        visitors.append(visit(language))
        return visitors[-1]

    walker = begin(seen, site, "calling-location")
    page = walker.page
    page.get_by_label("Street address").fill("Speicherstadt 7")
    break_page(page)
    expect(page.get_by_text("This page could not be shown")).to_be_visible()
    expect(page.get_by_text("Speicherstadt 7")).to_be_visible()
    reference = page.locator(".reference [translate]").inner_text()
    until(page, lambda: site.logged(reference), "The page that broke is not told in the log.")
    assert site.logged(reference)[0]["message"].startswith("A page broke at /setup/")
    walker.press("Load again")
    expect(page.get_by_label("Street address")).to_have_value("Speicherstadt 7")
    assert visitors[0].complaints  # the browser's own, of what was done to it
    visitors[0].complaints.clear()


@pytest.mark.parametrize("path", ["/sign-in", "/graphiql"])
def test_a_page_whose_script_does_not_come_says_so_instead_of_staying_empty(visit: Visit, path: str) -> None:
    visitor = visit("de")
    page = visitor.page
    page.route(re.compile(r"\.js$"), lambda route: route.abort())
    page.goto(path)
    words = page.get_by_text("Diese Seite konnte nicht geladen werden.")
    expect(words).to_be_hidden()
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
    expect(words).to_be_visible()
    visitor.complaints.clear()  # of the browser, that the scripts failed


def break_page(page: Page) -> None:
    """Take a part of the page away from under React, as an extension of the browser may do, and have it changed."""
    page.get_by_role("combobox", name="Country or region").fill("zzz")
    page.locator(".combobox-list").evaluate("list => list.remove()")
    page.keyboard.press("Escape")
