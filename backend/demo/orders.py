"""The stories of the demo's orders: every state of an order and of a service, and most of what people can do."""

from backend.demo import acts
from backend.demo.acts import CUSTOMER, PARTNER, person
from backend.demo.organizations import SUPPORT
from backend.demo.story import (
    CALLING,
    MEETINGS,
    MESSAGING,
    Seller,
    Story,
    ago,
    calling,
    mapped,
    meetings,
    one_by_one,
    own,
    suite,
)
from backend.models.order import Audience
from backend.provisioning.calling import LocationEntry

LENA, TOM = person("lena.vogt@halden.example"), person("tom.brandner@halden.example")
DESK = person(SUPPORT, support=True)
NORDLICHT = Seller("Nordlicht IT-Handel", "petersen@nordlicht.example")
CORVUS = Seller("Corvus Software Licensing", "orders@corvus.example")
ATELIER = Seller("Atelier Numérique", "ventes@atelier-numerique.example")

BERLIN, LONDON, STOCKHOLM, PARIS, OSLO = (
    "Europe/Berlin",
    "Europe/London",
    "Europe/Stockholm",
    "Europe/Paris",
    "Europe/Oslo",
)
VIENNA, ZURICH, AMSTERDAM, PRAGUE = "Europe/Vienna", "Europe/Zurich", "Europe/Amsterdam", "Europe/Prague"


def _headquarters(
    name: str, zone: str, language: str, country: str, city: str, postal_code: str, street: str
) -> LocationEntry:
    address = {"country": country, "city": city, "postalCode": postal_code, "address1": street}
    return LocationEntry(name, zone, language, language, dict(address))


# What lena.vogt@halden.example finds on her start page.
_HALDEN = [
    Story(
        number="DE-4500131",
        company="Weber & Söhne Bau GmbH",
        country="DE",
        contact=LENA.email,
        seller=NORDLICHT,
        placed=ago("25m"),
        licenses=suite(90, 60, 90),
        domain="weber-soehne.example",
        administrator="buero@weber-soehne.example",
    ),
    Story(
        number="DE-4500127",
        company="Brandt Logistik GmbH",
        country="DE",
        contact="l.vogt@halden.example",
        seller=NORDLICHT,
        placed=ago("4d 4h"),
        licenses=suite(250, 120, 250, webinars=24),
        domain="brandt-logistik.example",
        administrator="it@brandt-logistik.example",
        deeds=[
            (ago("4d 3h 32m"), NORDLICHT.actor, acts.change_contact(LENA.email)),
            *mapped("1h 5m", LENA, "halden-networks", "brandt-logistik", "brandt-logistik.example"),
            *one_by_one("20m", LENA, acts.set_up_later(CALLING)),
            *one_by_one("12m", LENA, acts.save_sites(BERLIN, "brandt-logistik", "brandt-lager", early="brandt-lager")),
        ],
    ),
    Story(
        number="UK-4500119",
        company="Orchard Dental Group",
        country="GB",
        contact=LENA.email,
        seller=CORVUS,
        placed=ago("9d 2h"),
        licenses=suite(180, 40, 180),
        domain="orchard-dental.example",
        deeds=[
            *mapped("8d 1h", LENA, "halden-networks", "orchard-dental", "orchard-dental.example"),
            *meetings("8d", LENA, LONDON, "orchard-dental"),
            *calling(
                "1h",
                LENA,
                _headquarters("Head office", LONDON, "en_GB", "GB", "Bristol", "BS1 4DJ", "18 Orchard Lane"),
            ),
        ],
    ),
    Story(
        number="SE-4500098",
        company="Lindqvist Arkitekter AB",
        country="SE",
        contact=LENA.email,
        seller=NORDLICHT,
        placed=ago("6d 3h"),
        licenses=suite(60, messaging=60, webinars=2),
        domain="lindqvist.example",
        deeds=[
            *mapped("2d 2h", LENA, "halden-networks", "lindqvist", "lindqvist.example"),
            *meetings("3m", LENA, STOCKHOLM, "lindqvist", "lindqvist-projekt", early="lindqvist-projekt"),
        ],
    ),
    Story(
        number="DE-4500071",
        company="Museum für Naturkunde",
        country="DE",
        contact=LENA.email,
        seller=NORDLICHT,
        placed=ago("7d 5h"),
        licenses=suite(140, 25, 140),
        language="de",
        administrator="j.weiss@mfn.example",
        deeds=[
            *one_by_one(
                "6d 2h",
                LENA,
                acts.choose_audience(Audience.CUSTOMER),
                acts.choose(PARTNER, "halden-networks"),
                acts.create(CUSTOMER, "Museum für Naturkunde", "NON_PROFIT", "DE"),
                acts.confirm(hand_over=True, administrator="j.weiss@mfn.example"),
            ),
        ],
    ),
    Story(
        number="DE-4500088",
        company="Bücherstube am Markt",
        country="DE",
        contact=LENA.email,
        seller=NORDLICHT,
        placed=ago("2d 6h"),
        licenses=suite(12, 4, 12),
        language="de",
        domain="bücherstube.example",
        term=12,
        deeds=[(ago("1d 4h"), LENA, acts.delegate("amir.haddad@halden.example"))],
    ),
    Story(
        number="FR-4500064",
        company="Tessier Optique SAS",
        country="FR",
        contact=LENA.email,
        seller=ATELIER,
        placed=ago("15d"),
        licenses=suite(120, 35, 120),
        domain="tessier-optique.example",
        deeds=[
            *mapped("9d 3h", LENA, "halden-networks", "tessier-optique", "tessier-optique.example"),
            *meetings("8d 4h", LENA, PARIS, "tessier-optique"),
            *calling(
                "8d 3h", LENA, _headquarters("Siège", PARIS, "fr_FR", "FR", "Lyon", "69002", "7 rue des Verriers")
            ),
            (ago("7d"), LENA, acts.request_full_administrator()),
        ],
    ),
    Story(
        number="NO-4500052",
        company="Fjordline Rederi AS",
        country="NO",
        contact=LENA.email,
        seller=NORDLICHT,
        placed=ago("20d"),
        licenses=suite(400, 150, 400, webinars=10),
        domain="fjordline.example",
        deeds=[
            *mapped("12d 3h", LENA, "halden-networks", "fjordline", "fjordline.example"),
            *meetings("12d", LENA, OSLO, "fjordline", "fjordline-crew"),
            *calling(
                "11d 2h",
                LENA,
                _headquarters("Bergen", OSLO, "nb_NO", "NO", "Bergen", "5003", "Strandgaten 210"),
            ),
            (ago("10d"), LENA, acts.request_full_administrator()),
            (ago("9d 5h"), person("drift@fjordline.example"), acts.decide(approve=True)),
        ],
    ),
    Story(
        number="CH-4500017",
        company="Rheintal Metallbau AG",
        country="CH",
        contact=LENA.email,
        seller=NORDLICHT,
        placed=ago("46d"),
        licenses=suite(95, 30),
        domain="rheintal-metallbau.example",
        deeds=[
            *mapped("44d 4h", LENA, "halden-networks", "rheintal-metallbau", "rheintal-metallbau.example"),
            *meetings("44d 3h", LENA, ZURICH, "rheintal-metallbau"),
            *calling(
                "44d 2h",
                LENA,
                _headquarters("Werk Buchs", ZURICH, "de_DE", "CH", "Buchs", "9470", "Industriestrasse 12"),
            ),
            (ago("42d"), LENA, acts.request_full_administrator()),
        ],
    ),
    Story(
        number="AT-4500033",
        company="Kaiserhof Hotels",
        country="AT",
        contact=TOM.email,
        seller=NORDLICHT,
        placed=ago("31d"),
        licenses=suite(300, 80, 300),
        domain="kaiserhof.example",
        deeds=[
            *mapped("27d 4h", TOM, "halden-networks", "kaiserhof", "kaiserhof.example"),
            *meetings("27d 2h", TOM, VIENNA, "kaiserhof-hotels"),
            *calling("24d", TOM, _headquarters("Wien", VIENNA, "de_DE", "AT", "Wien", "1010", "Kärntner Gasse 4")),
            (ago("22d"), TOM, acts.request_full_administrator()),
            (ago("21d"), person("edv@kaiserhof.example"), acts.decide(approve=False)),
        ],
    ),
    Story(
        number="NL-4500102",
        company="Veldkamp Horticultuur BV",
        country="NL",
        contact=TOM.email,
        seller=CORVUS,
        placed=ago("5d 2h"),
        licenses=suite(150, 45),
        domain="veldkamp.example",
        deeds=[
            *mapped("3d 3h", TOM, "halden-networks", "veldkamp", "veldkamp.example"),
            (ago("2d"), person("beheer@veldkamp.example"), acts.dispute("We buy from another partner.")),
        ],
    ),
    Story(
        number="ES-4500061",
        company="Caldera Cerámica SL",
        country="ES",
        contact=TOM.email,
        seller=CORVUS,
        placed=ago("12d 4h"),
        licenses=suite(55),
        domain="caldera.example",
        deeds=[
            *mapped("10d", TOM, "halden-networks", "caldera", "caldera.example"),
            (ago("9d 2h"), person("sistemas@caldera.example"), acts.dispute("We ordered nothing.")),
            (ago("8d 5h"), DESK, acts.resolve("The order belongs to another company.", uphold=True)),
        ],
    ),
    Story(
        number="CZ-4500044",
        company="Kovárna Ostrov a.s.",
        country="CZ",
        contact=TOM.email,
        seller=NORDLICHT,
        placed=ago("20d 3h"),
        licenses=suite(110, 30),
        domain="kovarna-ostrov.example",
        deeds=[
            *mapped("18d 4h", TOM, "halden-networks", "kovarna-ostrov", "kovarna-ostrov.example"),
            (ago("17d"), person("spravce@kovarna-ostrov.example"), acts.dispute("Who is Halden?")),
            (ago("16d 5h"), DESK, acts.resolve("The customer has confirmed the order by phone.", uphold=False)),
            *one_by_one("15d 2h", TOM, acts.set_up_later(CALLING)),
            *meetings("15d", TOM, PRAGUE, "kovarna-ostrov"),
        ],
    ),
]

PRIYA, JAN = person("priya.nair@tidewater.example"), person("jan.behrens@nordwest-systeme.example")
SANNE, CAMILLE = person("sanne.devries@meridian-cloud.example"), person("camille.roux@lumiere-telecom.example")
RETO = person("reto.caflisch@alpenblick-ict.example")

_OTHER_PARTNERS = [
    Story(
        number="DK-77120",
        company="Solvej Design ApS",
        country="DK",
        contact=PRIYA.email,
        seller=CORVUS,
        placed=ago("3d 5h"),
        licenses=suite(18, 18),
        previous="solvej",
        partner="tidewater",
        term=12,
        deeds=one_by_one("2d", PRIYA, acts.choose_audience(Audience.CUSTOMER), acts.choose(PARTNER, "tidewater")),
    ),
    Story(
        number="GR-77093",
        company="Pelagos Shipping SA",
        country="GR",
        contact=PRIYA.email,
        seller=CORVUS,
        placed=ago("13d 2h"),
        licenses=suite(130),
        offer="Webex Suite (7 days)",
        domain="pelagos.example",
        deeds=one_by_one("12d", PRIYA, acts.choose_audience(Audience.CUSTOMER)),
    ),
    Story(
        number="DE-4500039",
        company="Vitalis Klinikgruppe",
        country="DE",
        contact=JAN.email,
        seller=NORDLICHT,
        placed=ago("11d 3h"),
        licenses=suite(560, 200, 560),
        language="de",
        domain="vitalis.example",
        deeds=[
            *mapped("9d 4h", JAN, "nordwest-systeme", "vitalis", "vitalis.example", hand_over=True),
            *meetings("1d 3h", person("a.brinkmann@vitalis.example"), BERLIN, "vitalis-kliniken"),
            *one_by_one(
                "1d",
                person("a.brinkmann@vitalis.example"),
                acts.save_location(
                    _headquarters("Zentrale", BERLIN, "de_DE", "DE", "Kassel", "34117", "Am Klinikberg 1")
                ),
            ),
        ],
    ),
    Story(
        number="IN-77131",
        company="Tamarind Foods Pvt Ltd",
        country="IN",
        contact=SANNE.email,
        seller=CORVUS,
        placed=ago("8d 1h"),
        licenses=suite(160, 30, 160),
        domain="tamarind.example",
        deeds=[
            *mapped("6d 3h", SANNE, "meridian-cloud", "tamarind-foods", "tamarind.example"),
            (ago("5d"), SANNE, acts.hand_over()),
            (ago("3d 2h"), SANNE, acts.take_setup_back()),
            (ago("3d 1h"), SANNE, acts.set_up_now(MEETINGS)),
        ],
    ),
    Story(
        number="CH-4500080",
        company="Gasthof Enzian",
        country="CH",
        contact=RETO.email,
        seller=NORDLICHT,
        placed=ago("4d 6h"),
        licenses=suite(15, 10),
        language="de",
        deeds=one_by_one(
            "3d 4h",
            RETO,
            acts.choose_audience(Audience.CUSTOMER),
            acts.choose(PARTNER, "alpenblick-ict"),
            acts.create(CUSTOMER, "Gasthof Enzian", "HOSPITALITY", "CH"),
        ),
    ),
    Story(
        number="FR-31877",
        company="Galerie Ombrelle",
        country="FR",
        contact=CAMILLE.email,
        seller=ATELIER,
        placed=ago("6d 4h"),
        licenses=suite(8),
        deeds=[
            (ago("5d 3h"), CAMILLE, acts.choose_audience(Audience.CUSTOMER)),
            (ago("5d 2h"), CAMILLE, acts.delegate("yann.le-goff@lumiere-telecom.example")),
            (ago("4d"), CAMILLE, acts.take_back()),
        ],
    ),
    Story(
        number="IE-77064",
        company="Harbor Point Europe",
        country="IE",
        contact=PRIYA.email,
        seller=CORVUS,
        placed=ago("2d 1h"),
        starts_in=11,
        licenses=suite(30, 30),
        domain="eu.harborpoint.example",
    ),
    Story(
        number="US-77140",
        company="Nimbus Freight Inc",
        country="US",
        contact=PRIYA.email,
        seller=CORVUS,
        placed=ago("6d 2h"),
        starts_in=10,
        licenses=suite(22),
        domain="nimbusfreight.example",
        deeds=[
            (ago("4d"), CORVUS.actor, acts.change_contact(SANNE.email)),
            (ago("3d"), CORVUS.actor, acts.reschedule(24)),
        ],
    ),
]

PETRA, INGRID = person("petra.mueller@müller-feinkost.example"), person("ingrid.dahl@polaris.example")
LORENZ, URS = person("k.lorenz@stadtwerke-hartau.example"), person("urs.zgraggen@sonnhorn.example")

_OWN_COMPANIES = [
    Story(
        number="JP-77155",
        company="Aoki Tea Trading KK",
        country="JP",
        contact="k.sato@aoki-tea.example",
        seller=CORVUS,
        placed=ago("2h"),
        licenses=suite(48, 20, 48),
    ),
    Story(
        number="DE-4500133",
        company="Yogahaus Lindau",
        country="DE",
        contact="info@yogahaus-lindau.example",
        seller=NORDLICHT,
        placed=ago("50m"),
        licenses=suite(6, 3, 6),
        term=12,
    ),
    Story(
        number="DE-4500021",
        company="Müller Feinkost KG",
        country="DE",
        contact=PETRA.email,
        seller=NORDLICHT,
        placed=ago("33d 2h"),
        licenses=suite(36, 12, 36),
        language="de",
        deeds=[
            *own("31d 4h", PETRA, "mueller-feinkost"),
            *meetings("31d 3h", PETRA, BERLIN, "mueller-feinkost"),
            *calling(
                "30d",
                PETRA,
                _headquarters("Stammhaus", BERLIN, "de_DE", "DE", "Münster", "48143", "Prinzipalmarkt 40"),
            ),
        ],
    ),
    Story(
        number="DE-4500110",
        company="Stadtwerke Hartau",
        country="DE",
        contact=LORENZ.email,
        seller=NORDLICHT,
        placed=ago("5d 6h"),
        licenses=suite(220, 90),
        language="de",
        deeds=[
            *own("4d 2h", LORENZ, "stadtwerke-hartau"),
            *meetings("3d 2h", LORENZ, BERLIN, "fail-hartau", "stadtwerke-hartau"),
        ],
    ),
    Story(
        number="CH-4500115",
        company="Bergbahnen Sonnhorn AG",
        country="CH",
        contact=URS.email,
        seller=NORDLICHT,
        placed=ago("3d 3h"),
        licenses=suite(75, 20, 75),
        language="de",
        deeds=[
            *own("2d 4h", URS, "sonnhorn"),
            *one_by_one("2d 3h", URS, acts.save_sites(ZURICH, "sonnhorn")),
        ],
    ),
    Story(
        number="NO-4500009",
        company="Polaris Collaboration AS",
        country="NO",
        contact=INGRID.email,
        seller=NORDLICHT,
        placed=ago("38d"),
        licenses=suite(messaging=60),
        offer="Webex Messaging",
        term=12,
        deeds=[*own("36d 2h", INGRID, "polaris"), *one_by_one("36d", INGRID, acts.close(MESSAGING))],
    ),
    Story(
        number="CA-77031",
        company="Maple Ridge School District",
        country="CA",
        contact="tech@mapleridge.example",
        seller=CORVUS,
        placed=ago("45d"),
        licenses=suite(380, messaging=380),
        deeds=[(ago("10d"), CORVUS.actor, acts.reopen())],
    ),
    Story(
        number="US-77148",
        company="Hollis & Crane LLP",
        country="US",
        contact="j.crane@holliscrane.example",
        seller=CORVUS,
        placed=ago("1d 5h"),
        licenses=suite(85, 85),
        deeds=[(ago("20h"), DESK, acts.resend("The contact says that nothing has arrived."))],
    ),
    Story(
        number="DE-4500077",
        company="Zorn Apotheken OHG",
        country="DE",
        contact="zentrale@zorn-apotheken.example",
        seller=NORDLICHT,
        placed=ago("5d 3h"),
        licenses=suite(9, 9),
        language="de",
        deeds=[(ago("4d 1h"), NORDLICHT.actor, acts.cancel())],
    ),
]

ORDERS = [*_HALDEN, *_OTHER_PARTNERS, *_OWN_COMPANIES]
