"""What the finder says, in both languages."""

from datetime import date

import pytest

from backend import language
from backend.models.organization import OrganizationType
from backend.provisioning.finder import messages
from backend.provisioning.finder.case import Reason
from backend.provisioning.finder.deciding import Outcome
from backend.provisioning.finder.matching import FoundOrganization, Match, rounded
from backend.provisioning.finder.ranking import Evidence, EvidenceCode
from backend.provisioning.finder.search import Page

ACME = FoundOrganization(
    id=1, external_id="1", display_name="Acme {x}", types=(OrganizationType.CUSTOMER,), country="DE",
    business_vertical=None,
    domains=(), active_users=0, latest_activity_on=None, created_on=date(2026, 1, 1),
)  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "english", "german"),
    [
        (
            Outcome.EXACT,
            "Based on your email address, we mapped your order to your organization.",
            "Anhand Ihrer E-Mail-Adresse haben wir Ihre Bestellung Ihrer Organisation zugeordnet.",
        ),
        (
            Outcome.CANDIDATES,
            "We found matching organizations based on your email address.",
            "Wir haben übereinstimmende Organisationen basierend auf Ihrer E-Mail-Adresse gefunden.",
        ),
        (Outcome.NONE, "No matching organization found.", "Keine passende Organisation gefunden."),
    ],
)
def test_the_outcome_has_the_manuals_sentence(outcome: Outcome, english: str, german: str) -> None:
    found = Match(outcome=outcome, based_on="bob@acme.com")
    assert messages.message("en", found) == english
    assert messages.message("de", found) == german


def test_a_mismatch_of_types_is_said_in_words() -> None:
    found = Match(outcome=Outcome.NONE, based_on="bob@acme.com", reason=Reason.WRONG_TYPE, mismatch=ACME)
    assert messages.message("en", found) == (
        "No matching organization found. You have an account at Acme {x}, a customer organization."
    )
    assert messages.message("de", found).endswith("Sie haben ein Konto bei Acme {x}, einer Kundenorganisation.")


def test_evidence_reads_as_a_line() -> None:
    evidence = [
        Evidence(EvidenceCode.DOMAIN_CLAIMED, domain="acme.com"),
        Evidence(EvidenceCode.ACTIVE_USERS, count=1240),
        Evidence(EvidenceCode.LATEST_ACTIVITY, days=3),
    ]
    assert " · ".join(messages.evidence_sentence("en", one) for one in evidence) == (
        "claimed acme.com · 1,240 active users · last activity 3 days ago"
    )
    assert " · ".join(messages.evidence_sentence("de", one) for one in evidence) == (
        "hat acme.com beansprucht · 1.240 aktive Benutzer · letzte Aktivität vor 3 Tagen"
    )


def test_one_is_singular_and_today_is_a_word() -> None:
    assert messages.evidence_sentence("en", Evidence(EvidenceCode.ACTIVE_USERS, count=1)) == "1 active user"
    assert (
        messages.evidence_sentence("de", Evidence(EvidenceCode.LATEST_ACTIVITY, days=1)) == "letzte Aktivität vor 1 Tag"
    )
    assert messages.evidence_sentence("en", Evidence(EvidenceCode.LATEST_ACTIVITY, days=0)) == "last activity today"


def test_domains_are_read_in_their_own_letters() -> None:
    evidence = Evidence(EvidenceCode.DOMAIN_VERIFIED, domain="xn--bcher-kva.de")
    assert messages.evidence_sentence("en", evidence) == "verified bücher.de"


def test_everything_has_words_in_both_languages() -> None:
    for code in EvidenceCode:
        evidence = Evidence(code, domain="acme.com", count=7, days=7)
        assert messages.evidence_sentence("de", evidence) != messages.evidence_sentence("en", evidence)
    for reason in Reason:
        assert messages.reason_sentence("de", reason, "a@b.de") != messages.reason_sentence("en", reason, "a@b.de")
    assert set(language.LANGUAGES) == {"en", "de"}


def test_a_search_for_mixed_scripts_warns_with_the_a_label() -> None:
    page = Page(based_on="xn--cme-5cd.com", mixed_scripts=True, reason=Reason.NO_MATCH)
    assert "xn--cme-5cd.com" in messages.search_message("en", page)
    assert messages.search_message("en", page).endswith("No matching organization found.")


@pytest.mark.parametrize(("users", "shown"), [(0, 0), (99, 99), (100, 100), (101, 100), (1240, 1200), (98_765, 99_000)])
def test_users_are_rounded_for_strangers(users: int, shown: int) -> None:
    assert rounded(users) == shown
