"""Lists and blocks of cells that are pasted from spreadsheets, and licenses that are given away with one press."""

import re
from collections.abc import Callable, Sequence
from itertools import count

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Visitor
from tests.journeys.inspection import Inspection, resize
from tests.journeys.serving import Site
from tests.journeys.test_fields import begin

Visit = Callable[..., Visitor]
NUMBERS = count(1)


def paste(page: Page, text: str) -> None:
    """Press Ctrl-V where the focus is, with this text copied before."""
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+v")


def test_a_list_from_a_spreadsheet_becomes_sites_with_zones_and_licenses(visit: Visit, site: Site) -> None:
    walker = begin(visit, site, "meetings-sites")
    page = walker.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    stem = f"paste-{next(NUMBERS)}"
    rows = [
        f"{stem} Zürich\tEurope/Zurich\t1.5\r\n",
        f"{stem}-b\tAtlantis\t40\r\n",
        f"{stem}-c\tLondon, United Kingdom\t60\r\n",
        f"{stem}-b\t\t1\r\n",
    ]
    walker.field("Webex URL name").focus()
    paste(page, "".join(rows))
    dialog = page.get_by_role("alertdialog")
    lines = dialog.locator(".pasted > li")
    expect(lines).to_have_count(4)
    expect(lines.nth(0)).to_contain_text(f"{stem}-zuerich.webex.com")
    expect(lines.nth(0)).to_contain_text("“1.5” is not a whole number")
    expect(lines.nth(1)).to_contain_text("No time zone is called “Atlantis”")
    expect(lines.nth(2)).to_contain_text("Webex Meetings: 60")
    expect(lines.nth(3)).to_contain_text("the name is already further up")
    inspection = Inspection(page, "en")
    inspection.look("paste a list")
    assert inspection.found == []
    page.get_by_role("textbox", name="Names, or rows").fill("".join(rows[:3]).replace("1.5", "100"))
    page.get_by_role("button", name="Add 3 sites").click()
    expect(page.get_by_role("combobox", name="Time zone").nth(2)).to_have_value("London, United Kingdom")
    page.get_by_role("button", name="Undo").click()
    expect(walker.field("Webex URL name")).to_have_count(1)
    walker.press("Paste a list")
    page.get_by_role("textbox", name="Names, or rows").fill("".join(rows[:3]).replace("1.5", "100"))
    page.get_by_role("button", name="Add 3 sites").click()
    walker.press("Next")
    expect(page.locator(".error-summary")).to_contain_text("Site 2: Choose a time zone")
    page.get_by_role("combobox", name="Time zone").nth(1).fill("lond")
    page.keyboard.press("Enter")
    walker.press("Next")
    walker.arrive("meetings-licenses")
    give_licenses_away(page, stem)
    walker.press("Next")
    walker.arrive("meetings-review")


def has_units(fields: Locator, units: Sequence[str]) -> None:
    """What the fields show, soon: the page draws what was typed first, and what follows from it next."""
    expect(fields).to_have_count(len(units))
    for field, value in zip(fields.all(), units, strict=True):
        expect(field).to_have_value(value)


def give_licenses_away(page: Page, stem: str) -> None:
    """The rest to one site, a pasted block, a ratio, and a column on a narrow page."""
    inspection = Inspection(page, "en")
    units = page.get_by_role("textbox", name=re.compile("^Webex Meetings"))
    has_units(units, ["100", "40", "60"])
    expect(page.get_by_text("50 of 250 left")).to_be_visible()
    page.get_by_role("button", name=f"The rest here {stem}-b").click()
    expect(units.nth(1)).to_have_value("90")
    units.nth(0).focus()
    paste(page, "50\t30\t20")
    has_units(units, ["50", "30", "20"])
    page.get_by_role("button", name="Undo").click()
    expect(units.nth(1)).to_have_value("90")
    page.get_by_role("button", name="By ratio").click()
    page.get_by_role("textbox", name=f"{stem}-zuerich", exact=True).focus()
    paste(page, "300\r\n100\r\n0\r\n")
    inspection.look("by ratio")
    assert inspection.found == []
    page.get_by_role("button", name="Split", exact=True).click()
    expect(page.get_by_text("All distributed")).to_be_visible()
    has_units(units, ["188", "62", "0"])
    resize(page, 320)
    inspection.look("licenses at 320")
    assert inspection.found == []
    resize(page, 320)
    expect(page.locator(".split-site")).to_have_count(3)
    units.nth(0).focus()
    paste(page, "150\r\n60\r\n40")
    has_units(units, ["150", "60", "40"])
