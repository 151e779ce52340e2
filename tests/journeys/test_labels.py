"""The labels that the wizard is known by stand on the pages that a person sees, verbatim, in both languages."""

import re
from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.serving import Site
from tests.journeys.test_finder import search
from tests.journeys.test_hub import PROVISIONED_TIMEOUT
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
NUMBERS = count(1)
# By page: what must stand there, in English and German. Capitals at the beginning of a sentence aside.
LABELS: dict[str, list[tuple[str, str]]] = {
    "link": [
        ("Set up your Webex services", "Webex-Dienste"),
        ("Next", "Weiter"),
        ("guide", "Handbuch"),
    ],
    "audience": [
        ("Organization finder", "Organisations-Finder"),
        ("Service setup", "Diensteinrichtung"),
        ("This order is for a customer", "Diese Bestellung ist für einen Kunden"),
        ("This order is for my company", "Diese Bestellung ist für mein Unternehmen"),
        (
            "I want someone else to complete this order",
            "Ich möchte, dass eine andere Person diese Bestellung vervollständigt",
        ),
        ("provisioning contact email", "Bereitstellungskontakt-E-Mail"),
        ("Webex Suite subscription", "Webex Suite-Abonnement"),
    ],
    "partner-organization": [
        ("Map to a partner org", "Zuordnung zu einer Partnerorganisation"),
        ("Map to a customer org", "Zuordnung zu einer Kundenorganisation"),
        ("Map the subscription to your partner organization", "Ordnen Sie das Abonnement Ihrer Partnerorganisation zu"),
        (
            "We found matching organizations based on your email address.",
            "Wir haben übereinstimmende Organisationen basierend auf Ihrer E-Mail-Adresse gefunden.",
        ),
        ("verified or claimed domains", "verifizierte oder beanspruchte Domänen"),
        ("number of active users", "Anzahl der aktiven Benutzer"),
        ("latest user activity", "letzte Benutzeraktivität"),
        ("global domain-based search", "globale domänenbasierte Suche"),
        ("Check carefully before you choose; the picture below helps.", "sorgfältig mithilfe des Bilds unten"),
    ],
    "customer-organization": [
        ("Map to a customer org", "Zuordnung zu einer Kundenorganisation"),
        ("to the correct customer organization", "Ordnen Sie das Abonnement der richtigen Kundenorganisation zu"),
        ("No matching organization found.", "Keine passende Organisation gefunden."),
        ("Create new organization", "Neue Organisation erstellen"),
    ],
    "new organization": [
        ("Company name", "Firmenname"),
        ("Business vertical", "vertikale Geschäftsbezeichnung"),
        ("Country or region", "Land oder Region"),
    ],
    "review-organizations": [
        ("Review the details of these organizations", "Organisationen"),
        ("Provisioning administrator", "Bereitstellungsadministrator"),
        ("full administrator privileges", "volle Administratorrechte"),
        ("My customer will set up their own services", "Mein Kunde wird seine eigenen Dienste einrichten"),
        ("Most recent activity", "Neueste Aktivität"),
    ],
    "services": [
        ("Meeting setup", "Meeting-Einrichtung"),
        ("Set up now", "Jetzt einrichten"),
        ("Set up later", "Später einrichten"),
    ],
    "meetings-sites": [
        ("Webex URL name", "Webex-URL-Name"),
        ("Time zone", "Zeitzone"),
        ("Early release schedule", "früher Release-Zeitplan"),
        ("I need additional URLs", "Ich benötige zusätzliche URLs"),
    ],
    "meetings-licenses": [
        ("Distribute licenses across sites", "verteilen Sie die Lizenzen auf die erforderlichen Sites"),
    ],
    "meetings-review": [("Close", "Schließen")],
    "calling-location": [
        ("headquarters location", "Hauptzentrale"),
        ("Location name", "Standortname"),
        ("Country or region", "Land oder Region"),
    ],
    "done": [("Download order summary (PDF)", "Bestellübersicht herunterladen (PDF)")],
}


class Reader(Walker):
    """Reads each page that is reached."""

    def read(self, page: str) -> None:
        """Find the page's labels in its text, be it for the eye or for a screen reader."""
        expect(self.page.locator(".skeleton")).to_have_count(0)
        for pair in LABELS[page]:
            label = pair[["en", "de"].index(self.language)]
            expect(self.page.locator("body"), f"{page}: {label}").to_contain_text(
                re.compile(re.escape(label), re.IGNORECASE)
            )

    def come(self, page: str) -> None:
        """Reach a page of the wizard and read it."""
        self.arrive(page)
        self.read(page)


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_label_stands_on_its_page(visit: Visit, site: Site, language: str) -> None:
    contact = f"reader.{language}@halden.example"
    # The order names nobody whom we know, so that the page says so.
    number = site.place(contact, language=language, companyName="Neumann Verpackung GmbH", customerDomain=None)
    walker = Reader(visit(language).page, language)
    walker.page.goto(site.link(contact, number))
    walker.read("link")
    walker.press("Next")
    walker.come("audience")
    walker.say_audience("This order is for a customer")
    walker.come("partner-organization")
    walker.choose("Halden Networks GmbH")
    walker.press("Next")
    walker.come("customer-organization")
    walker.press("Create new organization")
    walker.read("new organization")
    walker.page.go_back()
    customer = {"en": 103, "de": 104}[language]  # one that has no sites yet
    search(walker, f"kunde-{customer}.example")
    walker.choose(f"Kunde {customer}")
    walker.press("Next")
    walker.come("review-organizations")
    walker.press("Next")
    walker.come("services")
    name = f"labelled-{next(NUMBERS)}-{language}"
    walker.press("Set up now")
    walker.come("meetings-sites")
    walker.fill("Webex URL name", f"{name}-1")
    walker.tick("I need additional URLs")
    walker.fill("Webex URL name", f"{name}-2", nth=1)
    walker.press("Next")
    walker.come("meetings-licenses")
    walker.split_evenly()
    walker.press("Next")
    walker.come("meetings-review")
    walker.press("Close")
    # The summary is there after the first Close, also while Calling is put off.
    walker.come("done")
    walker.press("Set up later")
    walker.arrive("services")
    walker.page.get_by_role("link", name=walker.words("See progress")).click()
    walker.come("done")
    expect(walker.page.locator("h1")).to_contain_text("Meetings")
    walker.press("Set up now")
    walker.come("calling-location")
    expect(walker.page.locator("h1")).to_contain_text(f"Kunde {customer}")
    walker.set_up_calling(name)
    walker.come("done")
    everything = walker.page.get_by_role("heading", level=1, name=walker.words("Everything is set up"))
    expect(everything).to_be_visible(timeout=PROVISIONED_TIMEOUT)
    walker.read("done")
