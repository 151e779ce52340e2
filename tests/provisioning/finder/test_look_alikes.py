"""Domains that resemble another."""

import pytest

from backend.provisioning.finder.look_alikes import look_alikes


@pytest.mark.parametrize(
    "typed",
    ["acmee.com", "amce.com", "acm.com", "cme.com", "acrne.com", "acne.com", "xn--cme-5cd.com", "acme.de", "ac-me.com"],
)
def test_what_resembles_a_domain_is_probed(typed: str) -> None:
    found = look_alikes(typed, typed)
    assert ("acme.com" in found) == (typed != "acne.com")
    assert typed not in found


def test_the_number_of_probes_is_bounded() -> None:
    assert len(look_alikes("a" * 60 + ".com", "a" * 60 + ".com")) <= 600


def test_a_host_is_taken_by_its_registrable_domain() -> None:
    assert "acme.com" in look_alikes("mail.acmee.com", "acmee.com")
