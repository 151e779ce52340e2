"""Whom to tell of a weakness, as RFC 9116 wants it."""

from datetime import UTC, datetime, timedelta

import pytest

from backend.settings import SettingsError
from backend.web.security_txt import PATH
from tests.web.conftest import Clients


@pytest.mark.parametrize(
    ("setting", "contact"),
    [
        ("security@hub.example", "mailto:security@hub.example"),
        ("mailto:security@hub.example", "mailto:security@hub.example"),
        ("https://hub.example/security", "https://hub.example/security"),
        ("tel:+49-30-1234", "tel:+49-30-1234"),
    ],
)
def test_the_file_tells_whom_to_write_to_and_is_valid_for_less_than_a_year(
    clients: Clients, setting: str, contact: str
) -> None:
    with clients(SECURITY_CONTACT=setting, PUBLIC_URL="https://hub.example") as client:
        answer = client.get(PATH, headers={"host": "hub.example"})
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    lines = dict(line.split(": ", 1) for line in answer.text.splitlines())
    expires = datetime.fromisoformat(lines.pop("Expires"))
    assert timedelta(days=170) < expires - datetime.now(UTC) < timedelta(days=365)
    assert lines == {
        "Contact": contact,
        "Preferred-Languages": "en, de",
        "Canonical": "https://hub.example/.well-known/security.txt",
    }


def test_without_a_contact_there_is_no_file(clients: Clients) -> None:
    with clients() as client:
        assert client.get(PATH).status_code == 404


@pytest.mark.parametrize(
    "setting", ["security", "http://hub.example", "a@b.example\nExpires: never", "mailto:ä@b.example"]
)
def test_a_contact_that_is_none_is_said_at_the_start(clients: Clients, setting: str) -> None:
    with pytest.raises(SettingsError, match="SECURITY_CONTACT"), clients(SECURITY_CONTACT=setting):
        pass
