"""Settings, read once from the environment and `.env`."""

import re
import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_type_hints
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta
from starlette.config import Config

from backend import clock
from backend.public_url import read_public_url

Network = IPv4Network | IPv6Network
_POOLED = "pool_mode=transaction"  # of an address: see `database.shares_sessions`
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

# Values that a type says all about; the description is what an operator hears of another.
_Count = Annotated[int, Meta(ge=1, description="must be a whole number above 0")]
_Drain = Annotated[int, Meta(ge=0, le=300, description="must be a whole number of seconds, 300 at most")]
_Token = Annotated[str, Meta(pattern=r"\A([ -~]{32,})?\Z", description="must have at least 32 characters of ASCII")]
_Secret = Annotated[str, Meta(pattern=r"(?s)\A(.{32,})?\Z", description="must have at least 32 characters")]
_BounceAddress = Annotated[
    str,
    Meta(
        pattern=r"\A([A-Za-z0-9._+-]{1,27}@[A-Za-z0-9.-]+)?\Z",
        description="must be an address with at most 27 letters, digits and . _ - before the @",
    ),
]
_LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
_Sampler = Literal[
    "always_on",
    "always_off",
    "traceidratio",
    "parentbased_always_on",
    "parentbased_always_off",
    "parentbased_traceidratio",
]
_Share = Annotated[float, Meta(ge=0, le=1, description="must be a number from 0 to 1")]


class SettingsError(Exception):
    """A setting that cannot be used; the message names it and says what is expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that an operator can set; the README has one sentence about each."""

    database_url: str = "sqlite://data/provisioning.db"
    database_direct_url: str = ""
    replica_url: str = ""
    public_url: str = "http://127.0.0.1:8000"
    smtp_url: str = ""
    mail_from: str = "Control Hub <no-reply@controlhub.example>"
    bounce_address: _BounceAddress = ""
    bounce_token: _Token = ""
    secret_key: _Secret = ""
    other_secret_key: _Secret = ""
    environment: Literal["development", "production"] = "development"
    connector: Literal["sandbox", "webex"] = "sandbox"
    webex_url: str = "https://webexapis.com"
    webex_token: str = ""
    log_level: _LogLevel = "INFO"
    trusted_proxies: tuple[Network, ...] = ()
    cost_bucket: _Count = 10_000
    cost_restore: _Count = 1_000
    metrics_token: _Token = ""
    security_contact: str = ""
    rate_limit_factor: _Count = 1
    keep_events: int | None = None
    keep_mails: int | None = None
    keep_closed_orders: int | None = None
    clock_offset: timedelta = timedelta()
    dns_servers: tuple[tuple[str, int], ...] = ()
    drain_seconds: _Drain = 0
    otel_exporter_otlp_endpoint: str = ""
    otel_exporter_otlp_headers: str = ""
    otel_service_name: str = "control-hub"
    otel_traces_sampler: _Sampler = "parentbased_always_on"
    otel_traces_sampler_arg: _Share = 1.0
    otel_sdk_disabled: bool = False

    @property
    def development(self) -> bool:
        """Whether the mailbox page, GraphiQL for strangers and a moved clock are allowed."""
        return self.environment == "development"

    @property
    def direct_url(self) -> str:
        """The database without a pooler between: to listen, to lock, and to change or copy it as a whole."""
        return self.database_direct_url or self.database_url

    @property
    def tracing(self) -> bool:
        """Whether spans are recorded and sent."""
        return bool(self.otel_exporter_otlp_endpoint) and not self.otel_sdk_disabled

    @property
    def otel(self) -> dict[str, str]:
        """The settings of OpenTelemetry, as its SDK reads them from the environment."""
        given = {
            "OTEL_EXPORTER_OTLP_ENDPOINT": self.otel_exporter_otlp_endpoint,
            "OTEL_EXPORTER_OTLP_HEADERS": self.otel_exporter_otlp_headers,
            "OTEL_TRACES_SAMPLER": self.otel_traces_sampler,
            "OTEL_TRACES_SAMPLER_ARG": str(self.otel_traces_sampler_arg),
        }
        return {name: value for name, value in given.items() if value}

    @property
    def secret_keys(self) -> tuple[str, str]:
        """The key that protects what is made now, and the one that is believed besides: the same, if there is none."""
        return self.secret_key, self.other_secret_key or self.secret_key

    @property
    def https(self) -> bool:
        """Whether people reach us over TLS: cookies are Secure and HSTS is sent."""
        return self.public_url.startswith("https://")

    @property
    def prefix(self) -> str:
        """The path below which people reach us behind a proxy, such as `/hub`; "" at the root of a host."""
        return urlsplit(self.public_url).path


@cache
def settings() -> Settings:
    """The settings of this process. Raises SettingsError if one of them cannot be used."""
    return read_settings(Config(".env" if Path(".env").is_file() else None))


def read_settings(config: Config) -> Settings:
    """Read and check the settings from `config`."""
    given: dict[str, Any] = {}
    for name, kind in get_type_hints(Settings, include_extras=True).items():
        text = config(name.upper(), default=None)
        if text is None:
            continue
        try:
            given[name] = _READERS[name](text) if name in _READERS else msgspec.convert(text, kind, strict=False)
        except msgspec.ValidationError:
            raise SettingsError(f"{name.upper()} {_expected(kind, text)}") from None
        except ValueError as error:
            raise SettingsError(f"{name.upper()} {error}") from None
    read = Settings(**given)
    _check(read)
    return read if read.secret_key else replace(read, secret_key=_kept_secret())


def _expected(kind: Any, text: str) -> str:
    for part in get_args(kind):
        if isinstance(part, Meta):
            return str(part.description)
    return f"must be one of {', '.join(get_args(kind))}; it is {text!r}"


def _check(read: Settings) -> None:
    """Check what settings demand of each other. Raises SettingsError."""
    if read.connector == "webex" and not read.webex_token:
        raise SettingsError("WEBEX_TOKEN must be set for CONNECTOR=webex")
    _check_databases(read)
    if read.other_secret_key and read.other_secret_key == read.secret_key:
        raise SettingsError("OTHER_SECRET_KEY must be another one than SECRET_KEY")
    if read.development:
        return
    if read.clock_offset:
        raise SettingsError("CLOCK_OFFSET is for development only")
    if not (read.https or urlsplit(read.public_url).hostname in LOOPBACK):
        raise SettingsError("PUBLIC_URL must start with https:// in production: links and cookies travel over it")
    if not read.smtp_url:
        raise SettingsError("SMTP_URL must be set in production: nobody reads the built-in mailbox there")
    if not read.secret_key:
        raise SettingsError("SECRET_KEY must be set in production")


def _check_databases(read: Settings) -> None:
    if _POOLED in read.database_url and not read.database_direct_url:
        raise SettingsError("DATABASE_DIRECT_URL must be set for pool_mode=transaction: the server behind the pooler")
    if _POOLED in read.database_direct_url:
        raise SettingsError("DATABASE_DIRECT_URL must lead to the server itself: without pool_mode=transaction")
    if read.replica_url and not all(url.startswith("postgres://") for url in (read.replica_url, read.database_url)):
        raise SettingsError("REPLICA_URL and DATABASE_URL must start with postgres://: SQLite has no replicas")


def read_database_url(text: str) -> str:
    """The address of a database in one spelling. Raises ValueError with what is expected."""
    if not text.startswith(("sqlite://", "postgres://", "postgresql://")):
        raise ValueError("must start with sqlite:// or postgres://")
    return text.replace("postgresql://", "postgres://", 1)


def _networks(text: str) -> tuple[Network, ...]:
    try:
        return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())
    except ValueError as error:
        raise ValueError(f"must be addresses or networks, separated by commas: {error}") from None


def _servers(text: str) -> tuple[tuple[str, int], ...]:
    """Addresses with or without a port, as in `192.0.2.1, 192.0.2.2:5353, [2001:db8::1]:53`."""
    found = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        bracketed = re.fullmatch(r"\[([^\]]+)\](?::(\d+))?", part) or re.fullmatch(r"([^:]+)(?::(\d+))?", part)
        address, port = bracketed.groups() if bracketed else (part, None)
        try:
            ip_address(address)
            number = int(port or 53)
        except ValueError:
            number = 0
        if not 0 < number < 65_536:
            raise ValueError(f"must be ADDRESS or ADDRESS:PORT, separated by commas; {part!r} is not")
        found.append((address, number))
    return tuple(found)


def _contact(given: str) -> str:
    """An address of mail becomes a link, as security.txt wants it; a link stays what it is."""
    contact = f"mailto:{given}" if re.fullmatch(r"[^\s@:]+@[A-Za-z0-9.-]+", given) else given
    if contact and not re.fullmatch(r"(https://|mailto:|tel:\+)[!-~]{1,200}", contact):
        raise ValueError("must be an address of mail, or a link: https://…, mailto:…, tel:+…")
    return contact


def _collector(given: str) -> str:
    """The address of a collector of OpenTelemetry, below which `/v1/traces` takes spans; empty: there is none."""
    if given and not re.fullmatch(r"https?://[^\s/?#@]+(/[!-~]*)?", given):
        raise ValueError("must be an address such as http://127.0.0.1:4318, without user and password")
    return given


def _truth(given: str) -> bool:
    """As the specification of OpenTelemetry wants it: only `true` is true."""
    return given.strip().lower() == "true"


def _days(text: str) -> int | None:
    """How long something is kept, in days; None: for ever.

    Links, reminders, first answers and mail that comes back need the last 30 days.
    """
    if not text:
        return None
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) < 30:
        raise ValueError("must be a whole number of days from 30 to 99999, or empty: for ever")
    return int(text)


# Values that are more than a type says: how they are read. Each raises ValueError with what is expected.
_READERS = {
    "database_url": read_database_url,
    "database_direct_url": lambda text: text and read_database_url(text),
    "replica_url": lambda text: text and read_database_url(text),
    "public_url": read_public_url,
    "log_level": lambda text: msgspec.convert(text.upper(), _LogLevel),
    "trusted_proxies": _networks,
    "security_contact": _contact,
    "keep_events": _days,
    "keep_mails": _days,
    "keep_closed_orders": _days,
    "clock_offset": clock.parse_offset,
    "dns_servers": _servers,
    "otel_exporter_otlp_endpoint": _collector,
    "otel_sdk_disabled": _truth,
}


def _kept_secret() -> str:
    """The secret of a machine in development, made at the first start and kept beside the database."""
    kept = Path("data/secret-key")
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(secrets.token_urlsafe(48))
        kept.chmod(0o600)
    return kept.read_text().strip()
