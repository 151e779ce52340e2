"""`make screenshots`: the main pages with the demo's data, as the README shows them."""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, expect, sync_playwright

from tests.journeys.serving import ARGUMENTS, ROOT, Site, serving
from tests.journeys.walker import Walker
from tests.make import chromium

FOLDER = ROOT / "docs" / "screenshots"
PERSON = "lena.vogt@halden.example"
SUPPORT = "support@controlhub.example"
FRESH, UNDER_WAY = "DE-4500131", "DE-4500127"
PROVISIONED_TIMEOUT = 60_000  # milliseconds
COLORS = 256


def main() -> None:
    """Take all pictures."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="screenshots-") as folder,
        serving(Path(folder), ("seed-demo",)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        take_the_hub(browser, site)
        take_the_support_desk(browser, site)
        take_the_mail(browser, site)
        take_the_wizard(browser, site)
        browser.close()


def visit(browser: Browser, site: Site, language: str = "en-GB", state: StorageState | None = None) -> BrowserContext:
    """A browser that nobody has signed in with."""
    return browser.new_context(
        base_url=site.url,
        locale=language,
        timezone_id="Europe/Berlin",
        viewport={"width": 1280, "height": 900},
        reduced_motion="reduce",
        storage_state=state,
    )


def take(page: Page, name: str) -> None:
    """Take a picture of a page once everything on it has arrived, in few enough colours to be small."""
    expect(page.locator("h1").first).to_be_visible()
    page.mouse.move(0, 0)
    page.wait_for_load_state("networkidle")
    expect(page.locator("[aria-busy=true], .skeleton")).to_have_count(0)
    page.evaluate("document.fonts.ready")
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")
    picture.quantize(COLORS, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)
    print(f"docs/screenshots/{name}.png", file=sys.stderr)


def take_the_hub(browser: Browser, site: Site) -> None:
    """Signing in, the start page, an order, an organization and the guide."""
    context = visit(browser, site)
    page = context.new_page()
    page.goto("/sign-in")
    take(page, "sign-in")
    context.add_cookies(
        [{"name": name, "value": value, "url": site.url} for name, value in site.sign_in(PERSON).items()]
    )
    page.goto("/")
    take(page, "start")
    page.emulate_media(color_scheme="dark")
    take(page, "start-dark")
    page.emulate_media(color_scheme="light")
    page.get_by_role("row").filter(has_text=UNDER_WAY).get_by_role("link").first.click()
    page.wait_for_url("**/orders/*")
    take(page, "order-page")
    page.emulate_media(color_scheme="dark")
    take(page, "order-page-dark")
    page.emulate_media(color_scheme="light")
    page.goto("/organizations")
    page.get_by_role("link", name="Fjordline Rederi AS").click()
    page.wait_for_url("**/organizations/*")
    take(page, "organization-page")
    page.goto("/help")
    take(page, "guide")
    page.goto("/help/finding-organizations")
    take(page, "guide-chapter")
    context.close()


def take_the_support_desk(browser: Browser, site: Site) -> None:
    """The search for an order, addresses masked."""
    context = visit(browser, site)
    context.add_cookies(
        [{"name": name, "value": value, "url": site.url} for name, value in site.sign_in(SUPPORT).items()]
    )
    page = context.new_page()
    page.goto("/?q=halden")
    take(page, "support")
    context.close()


def take_the_mail(browser: Browser, site: Site) -> None:
    """The mail that brings the link, on a light ground as most programs show it."""
    context = visit(browser, site)
    page = context.new_page()
    page.set_viewport_size({"width": 960, "height": 900})
    page.goto(f"/dev/mailbox/{site.mail(PERSON, 'SETUP', FRESH)['id']}/html")
    take(page, "mail")
    context.close()


def take_the_wizard(browser: Browser, site: Site) -> None:
    """The way of a fresh order, from its link to what is provisioned."""
    context = visit(browser, site)
    walker = Walker(context.new_page(), "en")
    page = walker.page
    page.goto(site.link(PERSON, FRESH))
    take(page, "setup")
    walker.press("Next")
    walker.arrive("audience")
    take(page, "audience")
    walker.say_audience("This order is for a customer")
    walker.arrive("partner-organization")
    expect(page.get_by_role("radio").first).to_be_attached()
    take(page, "partner-organization")
    page.set_viewport_size({"width": 320, "height": 900})
    take(page, "partner-organization-320")
    page.set_viewport_size({"width": 1280, "height": 900})
    take_in_german(browser, site, context)
    choose_organizations(walker)
    set_up_services(walker)
    context.close()


def take_in_german(browser: Browser, site: Site, signed_in: BrowserContext) -> None:
    """The page that is open, as a person sees it whose browser speaks German."""
    context = visit(browser, site, "de-DE", signed_in.storage_state())
    page = context.new_page()
    page.goto(signed_in.pages[0].url)
    expect(page.get_by_role("radio").first).to_be_attached()
    take(page, "partner-organization-de")
    context.close()


def choose_organizations(walker: Walker) -> None:
    """Take the partner that is recommended and search for the customer by the order's domain."""
    walker.choose("Halden Networks GmbH")
    walker.press("Next")
    walker.arrive("customer-organization")
    walker.choose("Weber & Söhne Bau GmbH")
    walker.press("Next")
    walker.arrive("review-organizations")
    take(walker.page, "review-organizations")
    walker.press("Next")


def set_up_services(walker: Walker) -> None:
    """Two sites and a headquarters, until both are provisioned."""
    page = walker.page
    walker.arrive("services")
    take(page, "services")
    walker.press("Set up now")
    walker.arrive("meetings-sites")
    walker.fill("Webex URL name", "weber-bau")
    walker.tick("I need additional URLs")
    walker.fill("Webex URL name", "weber-projekte", nth=1)
    expect(page.get_by_text("Checking")).to_have_count(0)
    take(page, "meetings-sites")
    walker.press("Next")
    walker.arrive("meetings-licenses")
    page.get_by_role("button", name="Split evenly").first.click()
    take(page, "meetings-licenses")
    walker.press("Next")
    walker.arrive("meetings-review")
    take(page, "meetings-review")
    walker.press("Close")
    walker.arrive("done")
    take(page, "progress")
    walker.press("Set up now")
    walker.arrive("calling-location")
    expect(walker.field("Location name")).to_be_visible()
    take(page, "calling-location")
    walker.set_up_calling("Hauptsitz Hamburg")
    walker.arrive("done")
    heading = page.get_by_role("heading", level=1, name="Everything is set up")
    expect(heading).to_be_visible(timeout=PROVISIONED_TIMEOUT)
    take(page, "done")


if __name__ == "__main__":
    main()
