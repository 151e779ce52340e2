"""What is compared of an answer: everything that a caller sees of it, but the words."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Shown:
    """An organization of an answer, by its external id."""

    id: str
    flags: frozenset[str] = frozenset()
    evidence: tuple[tuple[str, str | int | None], ...] = ()  # code, and the domain, number of users or days
    recommended: bool = False
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome, whom it shows in which order and on which evidence, or why nobody."""

    outcome: str
    based_on: str
    shown: tuple[Shown, ...] = ()
    reason: str | None = None

    @property
    def ids(self) -> list[str]:
        """Whom it shows, in order."""
        return [shown.id for shown in self.shown]


MATCH = """fragment M on OrganizationMatch {
  outcome basedOn reason message reasonMessage organization { ...C } candidates { ...C }
}
fragment C on OrganizationCandidate {
  organization {
    externalId displayName types country domains { name state } activeUsers latestActivityAt createdAt
  }
  recommended basis flags evidence { code domain count days message }
}
"""


def read_answer(found: dict[str, Any]) -> Answer:
    """The answer that an OrganizationMatch of the API gives."""
    exact = found["outcome"] == "EXACT"
    assert bool(found["organization"]) == exact, found
    shown = [found["organization"]] if exact else found["candidates"]
    return Answer(found["outcome"], found["basedOn"], tuple(map(_shown, shown)), found["reason"])


def _shown(candidate: dict[str, Any]) -> Shown:
    return Shown(
        candidate["organization"]["externalId"],
        frozenset(candidate["flags"]),
        tuple((entry["code"], _about(entry)) for entry in candidate["evidence"]),
        candidate["recommended"],
        candidate["basis"],
    )


def _about(entry: dict[str, Any]) -> str | int | None:
    return next((entry[name] for name in ("domain", "count", "days") if entry[name] is not None), None)
