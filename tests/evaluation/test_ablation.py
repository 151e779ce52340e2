"""Every part of the rule is tested by the set or by a worked example."""

import pytest

from tests.evaluation.ablation import PARTS, failed, loses
from tests.evaluation.families import build
from tests.provisioning.finder.world import AT, TODAY


@pytest.mark.slow
def test_the_whole_rule_loses_nothing_and_without_any_part_it_does() -> None:
    world = build(1, 5, TODAY)
    assert not loses({}, world, AT)
    assert failed({}) == []
    assert [part for _, part, changes in PARTS if not loses(changes, world, AT) and not failed(changes)] == []
