"""What companies set up for themselves."""

from backend.demo import acts
from backend.demo.acts import person
from backend.demo.stories.cast import (
    BERLIN,
    CORVUS,
    NORDLICHT,
    SUPPORT_PERSON,
    ZURICH,
    headquarters,
)
from backend.demo.story import (
    MESSAGING,
    Story,
    ago,
    calling,
    in_sequence,
    meetings,
    own,
    suite,
)

PETRA, INGRID = person("petra.mueller@müller-feinkost.example"), person("ingrid.dahl@polaris.example")
LORENZ, URS = person("k.lorenz@stadtwerke-hartau.example"), person("urs.zgraggen@sonnhorn.example")

ORDERS = [
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
        acts=[
            *own("31d 4h", PETRA, "mueller-feinkost"),
            *meetings("31d 3h", PETRA, BERLIN, "mueller-feinkost"),
            *calling(
                "30d",
                PETRA,
                headquarters(
                    "Stammhaus", BERLIN, "de_DE", country="DE", place="48143 Münster", street="Prinzipalmarkt 40"
                ),
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
        acts=[
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
        acts=[*own("2d 4h", URS, "sonnhorn"), *in_sequence("2d 3h", URS, acts.save_sites(ZURICH, "sonnhorn"))],
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
        acts=[*own("36d 2h", INGRID, "polaris"), *in_sequence("36d", INGRID, acts.close(MESSAGING))],
    ),
    Story(
        number="CA-77031",
        company="Maple Ridge School District",
        country="CA",
        contact="tech@mapleridge.example",
        seller=CORVUS,
        placed=ago("45d"),
        licenses=suite(380, messaging=380),
        acts=[(ago("10d"), CORVUS.actor, acts.reopen())],
    ),
    Story(
        number="US-77148",
        company="Hollis & Crane LLP",
        country="US",
        contact="j.crane@holliscrane.example",
        seller=CORVUS,
        placed=ago("1d 5h"),
        licenses=suite(85, 85),
        acts=[(ago("20h"), SUPPORT_PERSON, acts.resend("The contact says that nothing has arrived."))],
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
        acts=[(ago("4d 1h"), NORDLICHT.actor, acts.cancel())],
    ),
]
