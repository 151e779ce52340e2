"""What other partners work on."""

from backend.demo import acts
from backend.demo.acts import CUSTOMER, PARTNER, person
from backend.demo.stories.cast import (
    ATELIER,
    BERLIN,
    CORVUS,
    NORDLICHT,
    headquarters,
)
from backend.demo.story import (
    MEETINGS,
    Story,
    ago,
    in_sequence,
    mapped,
    meetings,
    suite,
)
from backend.models.order import Audience

PRIYA, JAN = person("priya.nair@tidewater.example"), person("jan.behrens@nordwest-systeme.example")
SANNE, CAMILLE = person("sanne.devries@meridian-cloud.example"), person("camille.roux@lumiere-telecom.example")
RETO = person("reto.caflisch@alpenblick-ict.example")

ORDERS = [
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
        acts=in_sequence("2d", PRIYA, acts.choose_audience(Audience.CUSTOMER), acts.choose(PARTNER, "tidewater")),
    ),
    Story(
        number="GR-77093",
        company="Pelagos Shipping SA",
        country="GR",
        contact=PRIYA.email,
        seller=CORVUS,
        placed=ago("13d 2h"),
        licenses=suite(130),
        offer="Webex Suite Express",
        domain="pelagos.example",
        acts=in_sequence("12d", PRIYA, acts.choose_audience(Audience.CUSTOMER)),
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
        acts=[
            *mapped("9d 4h", JAN, "nordwest-systeme", "vitalis", "vitalis.example", hand_over=True),
            *meetings("1d 3h", person("a.brinkmann@vitalis.example"), BERLIN, "vitalis-kliniken"),
            *in_sequence(
                "1d",
                person("a.brinkmann@vitalis.example"),
                acts.save_location(
                    headquarters(
                        "Zentrale", BERLIN, "de_DE", country="DE", place="34117 Kassel", street="Am Klinikberg 1"
                    )
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
        acts=[
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
        acts=in_sequence(
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
        acts=[
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
        acts=[
            (ago("4d"), CORVUS.actor, acts.change_contact(SANNE.email)),
            (ago("3d"), CORVUS.actor, acts.reschedule(24)),
        ],
    ),
]
