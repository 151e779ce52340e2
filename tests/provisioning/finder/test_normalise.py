"""Addresses, domains and company names in the form in which they are compared."""

from pathlib import Path

import idna
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.models.organization import MailDomainKind
from backend.provisioning.finder import mail_domains, suffixes
from backend.provisioning.finder.company_names import canonical
from backend.provisioning.finder.normalise import (
    InvalidAddress,
    displayed,
    mixes_scripts,
    read_address,
    read_domain,
    read_domain_or_address,
)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Ann@ACME.com", "ann@acme.com"),
        ("  ann@acme.com. ", "ann@acme.com"),
        ("eva@BÜCHER.de", "eva@xn--bcher-kva.de"),
        ("eva@xn--bcher-kva.de", "eva@xn--bcher-kva.de"),
        ("eva@bu\u0308cher.de", "eva@xn--bcher-kva.de"),
        ("ann＠acme．com", "ann@acme.com"),
        ("ann@acme。com", "ann@acme.com"),
        ("o'brien+order@acme.com", "o'brien+order@acme.com"),
        ("a.n.n@acme.com", "a.n.n@acme.com"),
        ("Müller@acme.de", "müller@acme.de"),
    ],
)
def test_the_same_mailbox_has_one_key(typed: str, key: str) -> None:
    assert read_address(typed).key == key


@pytest.mark.parametrize(
    "pasted",
    [
        "Ann Lee <ann@acme.com>", '"Lee, Ann" <Ann@Acme.com>', "<ann@acme.com>", "Ann <ann@acme.com>;",
        "'Ann' <ann@acme.com>,", "ann@acme.com <ann@acme.com>", "ann@acme.com<mailto:ann@acme.com>",
        "mailto:ann@acme.com", "MAILTO:ann@acme.com?subject=Order%20SO-1", "mailto:%61nn@acme.com",
        "<mailto:ann@acme.com>", "<mailto:ann@acme.com|ann@acme.com>", "[ann@acme.com](mailto:ann@acme.com)",
        "Ann Lee (ann@acme.com)", "＜ann@acme.com＞", "'ann@acme.com'", '"ann@acme.com"', "“ann@acme.com”",
        "«ann@acme.com»", "ann@acme.com;", "Ann Lee\u00a0<ann@acme.com>",
        "Ännchen <ann@acme.com>", "Ann <ann@acme.com.>",
    ],
)  # fmt: skip
def test_a_pasted_address_is_the_address_inside(pasted: str) -> None:
    assert read_address(pasted).text.lower() == "ann@acme.com"
    assert read_domain_or_address(pasted) == "acme.com"


@pytest.mark.parametrize(
    "pasted",
    [
        "ann@acme.com <eve@evil.com>", "eve@evil.com (ann@acme.com)", "[ann@acme.com](mailto:eve@evil.com)",
        "Ann <ann@acme.com> <eve@evil.com>", "ann@acme.com, eve@evil.com", "ann@acme.com;eve@evil.com", "Ann <Lee>",
        "mailto:ann@acme.com%0abcc:eve@evil.com", "mailto:a%E2%80%8Bnn@acme.com", "<ann>@acme.com", "(ann)@acme.com",
        "Ann\u202e <ann@acme.com>", "<>", "mailto:", f"{'x' * 2_000} <ann@acme.com>", "<" * 1_900 + "a@b.com",
    ],
)  # fmt: skip
def test_what_was_pasted_and_does_not_say_one_address_is_refused(pasted: str) -> None:
    with pytest.raises(InvalidAddress):
        read_address(pasted)


@pytest.mark.parametrize(
    ("pasted", "domain"),
    [
        ("https://www.acme.com/path?x=a@b#y", "acme.com"), ("HTTP://WWW.ACME.COM", "acme.com"),
        ("acme.com/", "acme.com"), ("//acme.com", "acme.com"), ("acme.com:443", "acme.com"),
        ("https://acme.com:8443/", "acme.com"),
        ("@acme.com", "acme.com"), ("acme.com,", "acme.com"), ("https://acme.com./", "acme.com"),
        ("https://www.bücher.de/", "xn--bcher-kva.de"), ("https://social.acme.com/@ann", "social.acme.com"),
        ("https://www.acme.com@evil.com/", "evil.com"), ("http://www.co.uk", "www.co.uk"),
        ("https://www.com", "www.com"),
        ("ｈｔｔｐｓ：／／ａｃｍｅ．ｃｏｍ／", "acme.com"), ("ftp://files.acme.com", "files.acme.com"),
    ],
)  # fmt: skip
def test_a_pasted_web_address_is_its_domain(pasted: str, domain: str) -> None:
    assert read_domain(pasted) == read_domain_or_address(pasted) == domain


def test_the_host_of_a_web_server_is_the_company_to_the_search_but_proves_only_itself() -> None:
    assert read_domain_or_address("www.acme.com") == "acme.com"
    assert read_domain("www.acme.com") == "www.acme.com"


@pytest.mark.parametrize(
    ("domain", "ending"),
    [
        ("acme.con", "con"), ("x.u", "u"), ("acme.cmo", "cmo"), ("mail.acme.local", "local"),
        ("acme.example", "example"), ("acme.com", None), ("co.uk", None), ("x.ck", None),
        ("acme.xn--p1ai", None), ("acme.mm", None),
        ("github.io", None), ("acme.zip", None),
    ],
)  # fmt: skip
def test_an_ending_that_does_not_exist_is_told_from_a_public_suffix(domain: str, ending: str | None) -> None:
    assert suffixes.unknown_ending(domain) == ending


def test_demo_endings_exist_in_development() -> None:
    assert suffixes.unknown_ending("acme.example", development=True) is None


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "@acme.com", "no-at-sign", "a@", "a@localhost", "a@[192.168.0.1]", "a@127.0.0.1", "a@..",
        "a@acme..com",
        "a@acme.com..", "a@-x.acme.com", "a@x_y.com", f"a@{'x' * 70}.com", f"{'x' * 65}@acme.com", "a b@acme.com",
        "a@b@acme.com", "a.@acme.com", "a@xn--zzzzzz.de", "a\u200b@acme.com", "a@ac\u200dme.com", "a@ac\u00adme.com",
        "a@acme\ufe0f.com", "\u202ea@acme.com", "a@acme.com\x00", "a\n@acme.com", f"a@{'x.' * 130}de",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(InvalidAddress):
        read_address(typed)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused_and_never_crashes(text: str) -> None:
    try:
        address = read_address(text)
    except InvalidAddress:
        return
    assert read_address(address.text).key == address.key
    assert address.key == address.key.lower()
    assert address.domain.isascii()


@given(st.from_regex(r"[A-Za-z0-9-]{1,8}(\.[A-Za-z0-9-]{1,8}){1,3}", fullmatch=True))
def test_a_plain_domain_is_what_uts_46_makes_of_it(domain: str) -> None:
    try:
        encoded = idna.encode(domain, uts46=True, std3_rules=True).decode()
    except idna.IDNAError:
        encoded = None
    try:
        assert read_domain(domain) == encoded
    except InvalidAddress:
        assert encoded is None or encoded.rpartition(".")[2].isdigit()


def test_a_tag_is_told_from_the_mailbox() -> None:
    assert read_address("ann+order@acme.com").untagged_key == "ann@acme.com"
    assert read_address("ann@acme.com").untagged_key is None
    assert read_address("+order@acme.com").untagged_key is None


def test_sharp_s_is_its_own_letter() -> None:
    assert read_domain("straße.de") == "xn--strae-oqa.de"
    assert read_domain("strasse.de") == "strasse.de"


def test_the_search_takes_a_domain_or_an_address() -> None:
    assert read_domain_or_address(" ann@Acme.COM ") == read_domain_or_address("acme.com.") == "acme.com"


def test_a_domain_that_mixes_scripts_is_shown_as_its_a_label() -> None:
    assert displayed("xn--bcher-kva.de") == "bücher.de"
    assert displayed(read_domain("Аcme.com")) == "xn--cme-5cd.com"
    assert mixes_scripts(read_domain("Аcme.com"))
    assert not mixes_scripts(read_domain("アクメ株式.jp"))


@pytest.mark.parametrize(
    ("domain", "registrable"),
    [
        ("mail.acme.co.uk", "acme.co.uk"), ("co.uk", None), ("acme.github.io", "acme.github.io"), ("github.io", None),
        ("a.acme.onmicrosoft.com", "acme.onmicrosoft.com"), ("mail.onmicrosoft.com", None), ("acme.webex.com",
        "acme.webex.com"),
        ("acme.unheardof", None), ("acme.example", None), ("x.kawasaki.jp", None), ("xn--bcher-kva.de",
        "xn--bcher-kva.de"),
    ],
)  # fmt: skip
def test_the_registrable_domain(domain: str, registrable: str | None) -> None:
    assert suffixes.registrable(domain) == registrable


def test_demo_domains_are_registrable_in_development_only() -> None:
    assert suffixes.registrable("mail.acme.example", development=True) == "acme.example"
    assert suffixes.registrable("acme.test", development=True) == "acme.test"


def test_a_chain_has_five_hosts_at_most_and_keeps_both_ends() -> None:
    assert suffixes.chain("mail.eu.acme.com", "acme.com") == ("mail.eu.acme.com", "eu.acme.com", "acme.com")
    assert suffixes.chain("1.2.3.4.5.6.acme.com", "acme.com") == (
        "1.2.3.4.5.6.acme.com", "4.5.6.acme.com", "5.6.acme.com", "6.acme.com", "acme.com",
    )  # fmt: skip


def test_subdomains_of_free_mail_are_free_mail_and_an_override_wins() -> None:
    assert mail_domains.kind(["vip.gmail.com", "gmail.com"], {}) is MailDomainKind.FREE_MAIL
    assert mail_domains.kind(["mailinator.com"], {}) is MailDomainKind.DISPOSABLE
    assert mail_domains.kind(["acme.com"], {}) is MailDomainKind.COMPANY
    assert mail_domains.kind(["gmail.com"], {"gmail.com": MailDomainKind.COMPANY}) is MailDomainKind.COMPANY
    assert (
        mail_domains.kind(["mail.acme.com", "acme.com"], {"acme.com": MailDomainKind.FREE_MAIL})
        is MailDomainKind.FREE_MAIL
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [("free-mail.txt", MailDomainKind.FREE_MAIL), ("disposable-mail.txt", MailDomainKind.DISPOSABLE),
    ("company-mail.txt", MailDomainKind.COMPANY)],
)  # fmt: skip
def test_every_line_of_our_additions_counts_as_people_write_it_in_their_addresses(
    name: str, kind: MailDomainKind
) -> None:
    file = Path(mail_domains.__file__).parent / "data" / name
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    wrong = []
    for line in lines:
        address = read_address(f"Pat@{line.upper()}")
        hosts = suffixes.chain(address.domain, suffixes.registrable(address.domain) or address.domain)
        if mail_domains.kind(hosts, {}) is not kind:
            wrong.append(line)
    assert lines
    assert wrong == []


@pytest.mark.parametrize(
    "name",
    ["Acme Tech", "ACME-Tech GmbH", "acme tech, Inc.", "Acme Tech GmbH & Co. KG", "Acme Tech S.A.",
    "Acme Tech Sp. z o.o.",
     "AcmeTech Pty Ltd", "Acme Tech A/S", "ООО Acme Tech", "Ａcme Tech Ltd."],
)  # fmt: skip
def test_legal_forms_case_and_punctuation_are_ignored(name: str) -> None:
    assert canonical(name) == "acmetech"


def test_other_names_stay_apart() -> None:
    assert len({canonical(name) for name in ("Acme", "Acme Tech", "Acne", "AG", "SE Group", "Smith & Co.")}) == 6
