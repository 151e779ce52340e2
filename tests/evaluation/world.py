"""Makes companies, organizations, users and labelled questions: seeded, so that a seed is a set."""

import json
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

T = TypeVar("T")
Row = dict[str, object]
Slot = Literal["customer", "partner"]
Outcome = Literal["exact", "candidates", "none"]
SLOTS: tuple[Slot, ...] = ("customer", "partner")

FREE = (
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.de", "gmx.de", "gmx.net", "web.de", "t-online.de",
    "yahoo.co.jp", "icloud.com", "proton.me", "posteo.de", "mailbox.org", "qq.com", "163.com", "mail.ru", "orange.fr",
    "free.fr", "libero.it", "btinternet.com", "comcast.net", "bluewin.ch", "seznam.cz", "wp.pl", "uol.com.br",
    "naver.com", "aol.com",
)  # fmt: skip
DISPOSABLE = ("mailinator.com", "guerrillamail.com", "yopmail.com", "10minutemail.com", "sharklasers.com")
LEGAL = {
    "DE": "GmbH", "US": "Inc", "GB": "Ltd", "FR": "SA", "NL": "BV", "IT": "SpA", "AT": "GmbH", "CH": "AG", "JP": "KK",
    "AU": "Pty Ltd",
}  # fmt: skip
SUFFIXES = {
    "DE": ("de", "com"), "US": ("com", "net", "io"), "GB": ("co.uk", "com"), "FR": ("fr", "com"), "NL": ("nl", "com"),
    "IT": ("it", "com"), "AT": ("at", "com"), "CH": ("ch", "com"), "JP": ("co.jp", "com"), "AU": ("com.au", "com"),
}  # fmt: skip
_ONSETS = (
    "b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "br", "kr", "st", "tr",
    "gr",
)  # fmt: skip
_VOWELS = ("a", "e", "i", "o", "u", "ei", "au")
_TRADES = (
    "tech", "logistik", "consult", "media", "systems", "energy", "pharma", "foods", "capital", "labs", "motors",
    "design", "clinic", "law", "audit", "press", "tools", "rail", "marine", "agro", "hotel", "wine", "sport", "music",
    "cloud", "telecom", "robotics", "vision", "solar", "glas", "metall", "invest", "spedition", "verlag",
)  # fmt: skip
_FIRST_NAMES = (
    "anna", "ben", "chris", "dana", "emil", "fritz", "greta", "hans", "ida", "jan", "karl", "lea", "max", "nina",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Company:
    """A made-up company: its name, country and domain (`label` is the domain's first part)."""

    name: str
    country: str
    label: str
    domain: str


@dataclass(frozen=True, slots=True)
class Expected:
    """The label of a question: the outcome, who has to be first, who has to be listed and who must not be.

    `top` is None where the order is not judged. An organization that is preselected but not `top` is a wrong match.
    """

    outcome: Outcome
    top: int | None = None
    include: tuple[int, ...] = ()
    forbid: tuple[int, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question: an address that looks for its organization in a place on an order."""

    id: int
    family: str
    role: Slot
    email: str
    order: dict[str, str]
    expected: Expected


@dataclass(slots=True)
class World:
    """Rows as the import takes them, and the questions about them; `today` counts days since 1970."""

    random: random.Random
    today: int
    rows: list[Row] = field(default_factory=list)
    queries: list[Query] = field(default_factory=list)
    _organizations: int = 0
    _roots: set[str] = field(default_factory=set)

    def pick(self, values: Sequence[T]) -> T:
        """One of the values."""
        return self.random.choice(values)

    def root(self) -> str:
        """An invented word that was not used before."""
        while True:
            word = "".join(self.pick(_ONSETS) + self.pick(_VOWELS) for _ in range(3))
            if word not in self._roots:
                self._roots.add(word)
                return word

    def company(self, country: str | None = None) -> Company:
        """A new company."""
        country = country or self.pick(list(SUFFIXES))
        root, trade = self.root(), self.pick(_TRADES)
        label = root + self.pick(["", "-"]) + trade
        return Company(
            f"{root.capitalize()} {trade.capitalize()}", country, label, f"{label}.{self.pick(SUFFIXES[country])}"
        )

    def organization(
        self,
        name: str,
        country: str,
        roles: Iterable[Slot] = ("customer",),
        *,
        status: str = "active",
        merged_into: int | None = None,
        pool: bool = False,
        age: int = 900,
    ) -> int:
        """Add an organization, created `age` days ago; its id."""
        self._organizations += 1
        self.rows.append({
            "type": "org", "id": self._organizations, "name": name if pool else f"{name} {LEGAL.get(country, 'Ltd')}",
            "country": country, "roles": list(roles), "status": status, "merged_into": merged_into,
            "consumer_pool": pool, "created_day": self.today - age,
        })  # fmt: skip
        return self._organizations

    def domain(self, organization: int, domain: str, state: str) -> None:
        """Add a domain as an administrator typed it."""
        self.rows.append({"type": "domain", "org": organization, "domain": domain, "state": state})

    def user(
        self,
        organization: int,
        email: str,
        idle: int | None = 3,
        *,
        status: str = "active",
        admin: bool = False,
        for_partner: bool = False,
    ) -> None:
        """Add a user who was last active `idle` days ago, or never; `for_partner`: only as its partner's person."""
        last_active = None if idle is None else self.today - idle
        row: Row = {"type": "user", "org": organization, "email": email, "status": status, "admin": admin}
        row |= {"last_active_day": last_active} | ({"for_partner": True} if for_partner else {})
        self.rows.append(row)

    def staff(self, organization: int, domain: str, count: int, idle: int = 3, spread: int = 10) -> None:
        """Add users at a domain: the first was active `idle` days ago, the others up to `spread` days earlier."""
        for number in range(count):
            earlier = self.random.randrange(spread) if number else 0
            self.user(organization, f"{self.pick(_FIRST_NAMES)}.{organization}.{number}@{domain}", idle + earlier)

    def person(self, domain: str) -> str:
        """The address of somebody whom no organization knows."""
        return f"{self.pick(_FIRST_NAMES)}.{self.root()}@{domain}"

    def ask(self, family: str, role: Slot, email: str, expected: Expected, **order: str) -> None:
        """Add a question; whoever has to be first has to be listed."""
        if expected.top is not None and not expected.include:
            expected = Expected(expected.outcome, expected.top, (expected.top,), expected.forbid, expected.ambiguous)
        self.queries.append(Query(len(self.queries) + 1, family, role, email, order, expected))

    def write(self, path: Path) -> None:
        """Write the set as JSON lines: the rows that the import takes, then the questions, which it passes over."""
        queries = [{"type": "query", **asdict(query)} for query in self.queries]
        with path.open("w", encoding="utf-8") as file:
            for row in [*self.rows, *queries]:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def days_of(day: date) -> int:
    """A day as rows have it: counted since 1970."""
    return (day - date(1970, 1, 1)).days


def read(path: Path) -> World:
    """A set that was written as JSON lines, by us or by somebody else."""
    world = World(random.Random(0), 0)
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["type"] != "query":
            world.rows.append(row)
            continue
        del row["type"]
        label = row.pop("expected")
        label |= {name: tuple(label[name]) for name in ("include", "forbid")}
        world.queries.append(Query(**row, expected=Expected(**label)))
    return world


Family = Callable[[World], None]
