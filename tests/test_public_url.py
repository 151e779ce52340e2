"""PUBLIC_URL: one spelling, or one clear line at the start."""

import pytest
from starlette.config import Config

from backend.public_url import read_public_url
from backend.settings import SettingsError, read_settings


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://hub.example", "https://hub.example"),
        ("https://hub.example/", "https://hub.example"),
        ("https://hub.example:443/", "https://hub.example"),
        ("http://hub.example:80", "http://hub.example"),
        ("http://hub.example:443", "http://hub.example:443"),
        ("https://Hub.EXAMPLE:8443", "https://hub.example:8443"),
        ("HTTPS://hub.example", "https://hub.example"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
        ("https://ｈｕｂ.example", "https://hub.example"),
        ("https://hub.example./", "https://hub.example"),
        ("https://hub.example/hub", "https://hub.example/hub"),
        ("https://hub.example/Hub/v2/", "https://hub.example/Hub/v2"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://[::1]:8000/", "http://[::1]:8000"),
        ("http://[0:0:0:0:0:0:0:1]", "http://[::1]"),
        (" https://hub.example ", "https://hub.example"),
    ],
)
def test_an_address_has_one_spelling(written: str, read: str) -> None:
    assert read_public_url(written) == read
    assert read_public_url(read) == read


@pytest.mark.parametrize(
    ("written", "said"),
    [
        *((text, "must start with http:// or https://") for text in ("", "hub.example", "ftp://hub.example", "//hub")),
        *((f"https://hub.example{rest}", "query") for rest in ("?", "?a=b", "/hub?x", "#", "/#top")),
        ("https://user:secret@hub.example", "no user name and no password"),
        *((f"https://{host}", "host") for host in ("", "/hub", "-.example", "hub_1.example", "a b.example")),
        *((f"https://hub.example{path}", "path") for path in ("//hub", "/a//b", "/a/../b", "/hüb", "/a b", "/%2e")),
        *((f"https://hub.example/{page}", "is a page of") for page in ("orders", "assets/x", "graphql", "setup")),
        *((f"https://hub.example:{port}", "no address") for port in ("x", "99999")),
    ],
)
def test_what_is_no_address_for_links_is_refused_at_the_start_in_one_line(written: str, said: str) -> None:
    config = Config(environ={"PUBLIC_URL": written, "SECRET_KEY": "x" * 32})
    with pytest.raises(SettingsError) as refused:
        read_settings(config)
    assert str(refused.value).startswith("PUBLIC_URL ")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_address_with_a_path_tells_its_prefix() -> None:
    def prefix(url: str) -> str:
        return read_settings(Config(environ={"PUBLIC_URL": url, "SECRET_KEY": "x" * 32})).prefix

    assert [prefix(url) for url in ("https://hub.example", "https://hub.example/", "https://hub.example/hub/")] == [
        *("", ""),
        "/hub",
    ]
