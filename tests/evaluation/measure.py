"""Asks the finder all questions of a set and counts, family by family, what it got right and what it must never do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from backend.models.organization import OrganizationType
from backend.provisioning.finder.matching import Match, Question, match
from backend.provisioning.finder.ranking import Outcome
from tests.evaluation.world import Query

_SLOTS = {"customer": OrganizationType.CUSTOMER, "partner": OrganizationType.PARTNER}


@dataclass(slots=True)
class Score:
    """Counts of a family, or of all."""

    questions: int = 0
    right_outcome: int = 0
    judged_top: int = 0
    right_top: int = 0
    complete: int = 0
    wrong_automatic: int = 0
    forbidden_shown: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    @property
    def outcome_share(self) -> float:
        """The share of questions with the right kind of outcome."""
        return self.right_outcome / self.questions

    @property
    def top_share(self) -> float:
        """The share of judged questions whose first organization is right."""
        return self.right_top / self.judged_top if self.judged_top else 1.0


async def ask(query: Query, at: datetime) -> Match:
    """The finder's answer to a question of the set."""
    question = Question(
        email=query.email,
        slot=_SLOTS[query.role],
        company_name=query.order.get("company"),
        country=query.order.get("country"),
        previous_organization_external_id=query.order.get("previous_org"),
        partner_organization_external_id=query.order.get("partner_org"),
    )
    return await match(question, at)


async def measure(queries: Iterable[Query], at: datetime) -> dict[str, Score]:
    """The score of each family."""
    scores: dict[str, Score] = {}
    for query in queries:
        scores[query.family] = scores.get(query.family, Score()) + judge(query, await ask(query, at))
    return scores


def judge(query: Query, found: Match) -> Score:
    """The score of one answer."""
    expected = query.expected
    shown = [found.organization] if found.organization else list(found.candidates)
    ids = [int(candidate.organization.external_id) for candidate in shown]
    exact = found.outcome is Outcome.EXACT
    return Score(
        questions=1,
        right_outcome=found.outcome.lower() == expected.outcome,
        judged_top=expected.top is not None,
        right_top=expected.top is not None and ids[:1] == [expected.top],
        complete=set(expected.include) <= set(ids),
        wrong_automatic=exact and ids != [expected.top],
        forbidden_shown=bool(set(expected.forbid) & set(ids)),
    )


def total(scores: Iterable[Score]) -> Score:
    """The score of all families together."""
    return sum(scores, Score())


def table(scores: dict[str, Score]) -> str:
    """The scores as lines of text."""
    head = f"{'family':38}{'questions':>10}{'outcome':>9}{'top-1':>8}{'complete':>10}{'wrong':>7}{'forbidden':>11}"
    rows = [*sorted(scores.items()), ("all", total(scores.values()))]
    return "\n".join([head, *(_row(name, score) for name, score in rows)])


def _row(name: str, score: Score) -> str:
    top = f"{score.top_share:8.1%}" if score.judged_top else f"{'–':>8}"
    complete = score.complete / score.questions
    shares = f"{score.outcome_share:9.1%}{top}{complete:10.1%}"
    return f"{name:38}{score.questions:10}{shares}{score.wrong_automatic:7}{score.forbidden_shown:11}"
