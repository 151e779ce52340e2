"""Production starts only where it can work: whatever is missing or dangerous is told in one line."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest
from starlette.config import Config

from backend import commands
from backend.settings import Settings, SettingsError, read_settings, settings

ROOT = Path(__file__).parent.parent
KEPT = (("KEEP_EVENTS", "29"), ("KEEP_MAILS", "0"), ("KEEP_MAILS", "90d"), ("KEEP_CLOSED_ORDERS", "１００"))
WORKS = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "s" * 32,
    "PUBLIC_URL": "https://hub.example",
    "SMTP_URL": "smtps://mail.example:465",
}


def started(command: str, folder: Path, **changes: str | None) -> subprocess.CompletedProcess[str]:
    """What a command says with these settings, in place of those that work."""
    given = {name: value for name, value in (WORKS | changes).items() if value is not None}
    given["DATABASE_URL"] = f"sqlite://{folder}/test.db"
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)} | given
    return subprocess.run(
        [sys.executable, "-m", "backend", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


Ending = Callable[..., tuple[int, str]]


@pytest.fixture
def ending(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Ending]:
    """How a command exits in this process with these settings alone, and what it says on standard error."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.__slots__:
        monkeypatch.delenv(name.upper(), raising=False)

    def ended(command: str, **changes: str | None) -> tuple[int, str]:
        given = WORKS | changes | {"DATABASE_URL": f"sqlite://{tmp_path}/test.db"}
        for name, value in given.items():
            if value is not None:
                monkeypatch.setenv(name, value)
        settings.cache_clear()
        return commands.main([command]), capsys.readouterr().err

    yield ended
    settings.cache_clear()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"SMTP_URL": None}, "SMTP_URL must be set in production"),
        ({"SMTP_URL": ""}, "SMTP_URL must be set in production"),
        ({"SMTP_URL": "smtp://mail.example"}, "SMTP_URL"),
        ({"SMTP_URL": "mail.example:25"}, "SMTP_URL"),
        ({"SMTP_URL": "smtp://mail.example:x?tls=starttls"}, "SMTP_URL"),
        ({"PUBLIC_URL": "http://hub.example"}, "PUBLIC_URL must start with https://"),
        ({"PUBLIC_URL": "http://127.0.0.1.hub.example"}, "PUBLIC_URL must start with https://"),
        ({"SECRET_KEY": None}, "SECRET_KEY must be set in production"),
        ({"OTHER_SECRET_KEY": "short"}, "OTHER_SECRET_KEY must have at least 32 characters"),
        ({"OTHER_SECRET_KEY": "s" * 32}, "OTHER_SECRET_KEY must be another one than SECRET_KEY"),
        ({"METRICS_TOKEN": "short"}, "METRICS_TOKEN must have at least 32 characters"),
        ({"CLOCK_OFFSET": "+1d"}, "CLOCK_OFFSET is for development only"),
    ],
)
def test_the_server_does_not_start_and_says_why_in_one_line(
    ending: Ending, changes: dict[str, str | None], said: str
) -> None:
    code, told = ending("serve", **changes)
    assert code == 1
    assert told.startswith("provisioning: ")
    assert said in told
    assert len(told.strip().splitlines()) == 1


@pytest.mark.parametrize("command", ["serve", "worker"])
def test_a_process_refuses_a_wrong_mail_server_in_one_line(tmp_path: Path, command: str) -> None:
    done = started(command, tmp_path, SMTP_URL="smtp://mail.example")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


@pytest.mark.parametrize("url", ["https://hub.example", "http://127.0.0.1:8000", "http://localhost", "http://[::1]:80"])
def test_tls_or_this_machine_alone_will_do(ending: Ending, url: str) -> None:
    assert ending("export-schema", PUBLIC_URL=url) == (0, "")


def read(**given: str) -> Settings:
    """The settings of a machine in development where these are given."""
    return read_settings(Config(environ={"SECRET_KEY": "s" * 32} | given))


def test_each_setting_is_read_under_its_name() -> None:
    given = {
        "DATABASE_URL": "postgresql://hub@pooler/hub?pool_mode=transaction",
        "DATABASE_DIRECT_URL": "postgresql://hub@db/hub",
        "REPLICA_URL": "postgresql://hub@db2/hub",
        "PUBLIC_URL": "https://Hub.example/hub/",
        "SMTP_URL": "smtps://mail.example",
        "MAIL_FROM": "Hub <hub@hub.example>",
        "BOUNCE_ADDRESS": "bounces@hub.example",
        "BOUNCE_TOKEN": "b" * 32,
        "SECRET_KEY": "k" * 32,
        "ENVIRONMENT": "production",
        "CONNECTOR": "webex",
        "WEBEX_URL": "https://webex.example",
        "WEBEX_TOKEN": "w",
        "LOG_LEVEL": "warning",
        "TRUSTED_PROXIES": "192.0.2.1, 2001:db8::/32",
        "COST_BUCKET": "20000",
        "COST_RESTORE": "2000",
        "METRICS_TOKEN": "m" * 32,
        "OTHER_SECRET_KEY": "o" * 32,
        "SECURITY_CONTACT": "security@hub.example",
        "RATE_LIMIT_FACTOR": "7",
        "DRAIN_SECONDS": "20",
        "KEEP_EVENTS": "365",
        "KEEP_MAILS": "30",
        "KEEP_CLOSED_ORDERS": "",
        "DNS_SERVERS": "192.0.2.1, 192.0.2.2:5353,[2001:db8::1]:54",
        "OTEL_EXPORTER_OTLP_ENDPOINT": "https://collector.example/otlp",
        "OTEL_EXPORTER_OTLP_HEADERS": "authorization=Bearer%20t",
        "OTEL_SERVICE_NAME": "hub",
        "OTEL_TRACES_SAMPLER": "parentbased_traceidratio",
        "OTEL_TRACES_SAMPLER_ARG": "0.1",
        "OTEL_SDK_DISABLED": "True",
    }
    assert {name.upper() for name in Settings.__slots__} == {*given, "CLOCK_OFFSET"}  # for development only, below
    assert read(**given) == Settings(
        database_url="postgres://hub@pooler/hub?pool_mode=transaction",
        database_direct_url="postgres://hub@db/hub",
        replica_url="postgres://hub@db2/hub",
        public_url="https://hub.example/hub",
        smtp_url="smtps://mail.example",
        mail_from="Hub <hub@hub.example>",
        bounce_address="bounces@hub.example",
        bounce_token="b" * 32,
        secret_key="k" * 32,
        other_secret_key="o" * 32,
        environment="production",
        connector="webex",
        webex_url="https://webex.example",
        webex_token="w",
        log_level="WARNING",
        trusted_proxies=(ip_network("192.0.2.1"), ip_network("2001:db8::/32")),
        cost_bucket=20_000,
        cost_restore=2_000,
        metrics_token="m" * 32,
        security_contact="mailto:security@hub.example",
        rate_limit_factor=7,
        keep_events=365,
        keep_mails=30,
        keep_closed_orders=None,
        drain_seconds=20,
        clock_offset=timedelta(),
        dns_servers=(("192.0.2.1", 53), ("192.0.2.2", 5353), ("2001:db8::1", 54)),
        otel_exporter_otlp_endpoint="https://collector.example/otlp",
        otel_exporter_otlp_headers="authorization=Bearer%20t",
        otel_service_name="hub",
        otel_traces_sampler="parentbased_traceidratio",
        otel_traces_sampler_arg=0.1,
        otel_sdk_disabled=True,
    )
    assert read(CLOCK_OFFSET="+2h").clock_offset == timedelta(hours=2)


def test_a_pooler_that_shares_sessions_needs_a_way_around_it() -> None:
    pooled, direct = "postgres://pooler/hub?pool_mode=transaction", "postgres://db/hub"
    assert read(DATABASE_URL=direct, DATABASE_DIRECT_URL="").direct_url == direct
    for given in ({"DATABASE_URL": pooled}, {"DATABASE_URL": direct, "DATABASE_DIRECT_URL": pooled}):
        with pytest.raises(SettingsError, match="DATABASE_DIRECT_URL must"):
            read(**given)


def test_only_postgresql_has_a_replica() -> None:
    file, server = "sqlite://data/hub.db", "postgres://db/hub"
    assert read(DATABASE_URL=file, REPLICA_URL="").replica_url == ""
    for given in ({"DATABASE_URL": file, "REPLICA_URL": server}, {"DATABASE_URL": server, "REPLICA_URL": file}):
        with pytest.raises(SettingsError, match="REPLICA_URL and DATABASE_URL must"):
            read(**given)


def test_the_environment_goes_before_the_file_and_the_file_before_the_default(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("# ours\nCOST_BUCKET=7\nCOST_RESTORE='8'\nSECRET_KEY=" + "s" * 32 + "\n")
    found = read_settings(Config(file, environ={"COST_BUCKET": "9"}))
    assert (found.cost_bucket, found.cost_restore, found.rate_limit_factor) == (9, 8, 1)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DATABASE_URL", "mysql://hub", "must start with sqlite:// or postgres://"),
        ("PUBLIC_URL", "hub.example", "must start with http:// or https://"),
        ("BOUNCE_ADDRESS", "b" * 28 + "@hub.example", "must be an address with at most 27 letters, digits and"),
        ("BOUNCE_TOKEN", "b" * 31, "must have at least 32 characters of ASCII"),
        ("METRICS_TOKEN", "ü" * 32, "must have at least 32 characters of ASCII"),
        ("SECRET_KEY", "k" * 31, "must have at least 32 characters"),
        ("ENVIRONMENT", "staging", "must be one of development, production; it is 'staging'"),
        ("CONNECTOR", "", "must be one of sandbox, webex; it is ''"),
        ("LOG_LEVEL", "LOUD", "must be one of DEBUG, INFO, WARNING, ERROR; it is 'LOUD'"),
        ("TRUSTED_PROXIES", "192.0.2.1, proxy", "must be addresses or networks, separated by commas: 'proxy' does not"),
        ("COST_BUCKET", "0", "must be a whole number above 0"),
        ("COST_RESTORE", "-1", "must be a whole number above 0"),
        ("DRAIN_SECONDS", "-1", "must be a whole number of seconds, 300 at most"),
        ("RATE_LIMIT_FACTOR", "1.5", "must be a whole number above 0"),
        ("SECURITY_CONTACT", "security", "must be an address of mail, or a link: https://…, mailto:…, tel:+…"),
        ("CLOCK_OFFSET", "tomorrow", "is not an offset such as +31d: 'tomorrow'"),
        *((name, days, "must be a whole number of days from 30 to 99999, or empty: for ever") for name, days in KEPT),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "must be an address such as http://127.0.0.1:4318"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "https://me:secret@collector", "must be an address such as"),
        (
            "OTEL_TRACES_SAMPLER",
            "sometimes",
            "must be one of always_on, always_off, traceidratio, parentbased_always_on",
        ),
        ("OTEL_TRACES_SAMPLER_ARG", "10", "must be a number from 0 to 1"),
        ("DNS_SERVERS", "192.0.2.1:0", "must be ADDRESS or ADDRESS:PORT, separated by commas; '192.0.2.1:0' is not"),
        ("DNS_SERVERS", "dns.example", "must be ADDRESS or ADDRESS:PORT, separated by commas; 'dns.example' is not"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_with_its_name_and_what_is_expected(
    name: str, value: str, said: str
) -> None:
    with pytest.raises(SettingsError) as refused:
        read(**{name: value})
    assert str(refused.value).startswith(f"{name} {said}")


def test_the_webex_api_needs_a_token() -> None:
    with pytest.raises(SettingsError, match=r"^WEBEX_TOKEN must be set for CONNECTOR=webex$"):
        read(CONNECTOR="webex")
