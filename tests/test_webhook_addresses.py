"""Where webhooks may go: the tricks by which an address of our own network is made to look like another one."""

import pytest

from backend.webhook_addresses import BadUrl, is_allowed, read_url

PUBLIC = {
    "https://example.com/hooks": "https://example.com/hooks",
    "  https://example.com  ": "https://example.com/",
    "HTTPS://EXAMPLE.COM./a": "https://example.com/a",
    "https://example.com:443/a?b=1&c=d%20e": "https://example.com/a?b=1&c=d%20e",
    "https://example.com:/a": "https://example.com/a",
    "https://example.com/ü?ö=ß": "https://example.com/%C3%BC?%C3%B6=%C3%9F",
    "https://bücher.example/": "https://xn--bcher-kva.example/",
    "https://ｅxample.com/": "https://example.com/",
    "https://1and1.example/": "https://1and1.example/",
}
NEVER = (
    "",
    "example.com",
    "//example.com",
    "ftp://example.com/",
    "file:///etc/passwd",
    "gopher://example.com/",
    "https://",
    "https:///a",
    "https://user@example.com/",
    "https://user:pass@example.com/",
    "https://example.com:pass@10.0.0.1/",
    "https://example.com\\@10.0.0.1/",
    "https://example.com/#a",
    "https://example.com#@10.0.0.1/",
    "https://exa mple.com/",
    "https://example.com/\r\nHost: other",
    "https://example.com/\x00",
    "https://example.com:0/",
    "https://example.com:99999/",
    "https://example.com:a/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.1/",
    "https://017700000001/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://127.0.0.1./",
    "https://①②⑦.0.0.1/",
    "https://10.0.0.1/",
    "https://169.254.169.254/latest/meta-data",
    "https://[::ffff:10.0.0.1]/",
    "https://[64:ff9b::a00:1]/",
    "https://[2002:a00:1::]/",
    "https://[fd00:ec2::254]/",
    "https://[fe80::1%25eth0]/",
    "https://0.0.0.0/",
    "https://intranet/",
    "https://app.localhost/",
    "https://a_b.example/",
    "https://-a.example/",
    "https://a..example/",
    f"https://{'a' * 64}.example/",
    f"https://{'a.' * 127}example/",
    f"https://example.com/{'a' * 1000}",
)
OF_DEVELOPMENT = (
    "http://example.com/",
    "https://example.com:8443/",
    "https://localhost/",
    "http://localhost:9000/hooks",
    "http://127.0.0.1:9000/",
    "http://[::1]:9000/",
)


@pytest.mark.parametrize("text", PUBLIC)
def test_a_public_url_is_kept_in_one_form(text: str) -> None:
    assert read_url(text, development=False).url == PUBLIC[text]
    assert read_url(PUBLIC[text], development=False).url == PUBLIC[text]


@pytest.mark.parametrize("text", NEVER)
def test_other_urls_are_refused_everywhere(text: str) -> None:
    for development in (False, True):
        with pytest.raises(BadUrl):
            read_url(text, development=development)


@pytest.mark.parametrize("text", OF_DEVELOPMENT)
def test_plain_http_other_ports_and_this_machine_are_for_development(text: str) -> None:
    assert read_url(text, development=True).url == text
    with pytest.raises(BadUrl):
        read_url(text, development=False)


def test_an_address_of_the_internet_is_no_name_and_needs_none_in_development() -> None:
    assert read_url("https://8.8.8.8/", development=True).host == "8.8.8.8"
    with pytest.raises(BadUrl):
        read_url("https://8.8.8.8/", development=False)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "2001:4860:4860::8888"])
def test_addresses_of_the_internet_are_allowed(address: str) -> None:
    assert is_allowed(address, development=False)


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.100.100.200", "169.254.169.254", "172.16.0.1"),
        *("172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.1"),
        *("203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "168.63.129.16"),
        *("::", "::7f00:1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::808:808", "64:ff9b:1::1", "100::1"),
        *("2001::1", "2001:db8::1", "2002:808:808::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1"),
        *("fe80::1%eth0", "fec0::1", "ff02::1", "localhost", "", "8.8.8", "0x8.8.8.8"),
    ],
)
def test_addresses_of_networks_metadata_and_tunnels_are_refused_everywhere(address: str) -> None:
    assert not is_allowed(address, development=False)
    assert not is_allowed(address, development=True)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.255.0.1", "::1"])
def test_this_machine_is_for_development(address: str) -> None:
    assert is_allowed(address, development=True)
    assert not is_allowed(address, development=False)
