"""Counts, family by family, what the answers to a set got right and what they must never do."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.evaluation.answer import Answer
from tests.evaluation.world import Expected, Query


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
    def lost(self) -> int:
        """Points that a perfect answer would have had more: how much worse a rule is without one of its parts."""
        missed = 2 * self.questions - self.right_outcome - self.complete + self.judged_top - self.right_top
        return missed + self.wrong_automatic + self.forbidden_shown

    @property
    def outcome_share(self) -> float:
        """The share of questions with the right kind of outcome."""
        return self.right_outcome / self.questions

    @property
    def top_share(self) -> float:
        """The share of judged questions whose first organization is right."""
        return self.right_top / self.judged_top if self.judged_top else 1.0


def judge(queries: Iterable[Query], answers: Iterable[Answer]) -> dict[str, Score]:
    """The score of each family."""
    scores: dict[str, Score] = {}
    for query, answer in zip(queries, answers, strict=True):
        scores[query.family] = scores.get(query.family, Score()) + _judge(query.expected, answer)
    return scores


def _judge(expected: Expected, answer: Answer) -> Score:
    ids = [int(id) for id in answer.ids]
    return Score(
        questions=1,
        right_outcome=answer.outcome.lower() == expected.outcome,
        judged_top=expected.top is not None,
        right_top=expected.top is not None and ids[:1] == [expected.top],
        complete=set(expected.include) <= set(ids),
        wrong_automatic=answer.outcome == "EXACT" and ids != [expected.top],
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
