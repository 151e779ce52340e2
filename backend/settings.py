"""Settings, read once from the environment and `.env`."""

import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from starlette.config import Config

from backend import clock
from backend.public_url import read_public_url

Network = IPv4Network | IPv6Network
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class SettingsError(Exception):
    """A setting that cannot be used; the message names it and says what is expected."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that an operator can set; the README has one sentence about each."""

    database_url: str
    public_url: str
    smtp_url: str
    mail_from: str
    bounce_address: str
    bounce_token: str
    secret_key: str
    environment: Literal["development", "production"]
    connector: Literal["sandbox", "webex"]
    webex_url: str
    webex_token: str
    log_level: str
    trusted_proxies: tuple[Network, ...]
    cost_bucket: int
    cost_restore: int
    metrics_token: str
    security_contact: str
    rate_limit_factor: int
    clock_offset: timedelta
    dns_servers: tuple[tuple[str, int], ...]

    @property
    def development(self) -> bool:
        """Whether the mailbox page, GraphiQL for strangers and a moved clock are allowed."""
        return self.environment == "development"

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
    environment = _one_of(config, "ENVIRONMENT", "development", "production")
    development = environment == "development"
    try:
        offset = clock.parse_offset(config("CLOCK_OFFSET", default=""))
    except ValueError as error:
        raise SettingsError(f"CLOCK_OFFSET is {error}") from None
    if offset and not development:
        raise SettingsError("CLOCK_OFFSET is for development only")
    try:
        proxies = tuple(
            ip_network(part.strip()) for part in config("TRUSTED_PROXIES", default="").split(",") if part.strip()
        )
    except ValueError as error:
        raise SettingsError(f"TRUSTED_PROXIES must be addresses or networks, separated by commas: {error}") from None
    level = config("LOG_LEVEL", default="INFO").upper()
    if level not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        raise SettingsError("LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR")
    try:
        url = read_public_url(config("PUBLIC_URL", default="http://127.0.0.1:8000"))
    except ValueError as error:
        raise SettingsError(f"PUBLIC_URL {error}") from None
    if not (development or url.startswith("https://") or urlsplit(url).hostname in LOOPBACK):
        raise SettingsError("PUBLIC_URL must start with https:// in production: links and cookies travel over it")
    smtp_url = config("SMTP_URL", default="")
    if not (development or smtp_url):
        raise SettingsError("SMTP_URL must be set in production: nobody reads the built-in mailbox there")
    database_url = config("DATABASE_URL", default="sqlite://data/provisioning.db")
    if not database_url.startswith(("sqlite://", "postgres://", "postgresql://")):
        raise SettingsError("DATABASE_URL must start with sqlite:// or postgres://")
    return Settings(
        database_url=database_url.replace("postgresql://", "postgres://", 1),
        public_url=url,
        smtp_url=smtp_url,
        mail_from=config("MAIL_FROM", default="Control Hub <no-reply@controlhub.example>"),
        bounce_address=_bounce_address(config("BOUNCE_ADDRESS", default="")),
        bounce_token=_token(config, "BOUNCE_TOKEN"),
        secret_key=_secret(config("SECRET_KEY", default=""), development),
        environment=environment,  # type: ignore[arg-type]
        connector=_one_of(config, "CONNECTOR", "sandbox", "webex"),  # type: ignore[arg-type]
        webex_url=config("WEBEX_URL", default="https://webexapis.com"),
        webex_token=_webex_token(config),
        log_level=level,
        trusted_proxies=proxies,
        cost_bucket=_positive(config, "COST_BUCKET", 10_000),
        cost_restore=_positive(config, "COST_RESTORE", 1_000),
        metrics_token=_token(config, "METRICS_TOKEN"),
        security_contact=_contact(config("SECURITY_CONTACT", default="")),
        rate_limit_factor=_positive(config, "RATE_LIMIT_FACTOR", 1),
        clock_offset=offset,
        dns_servers=_servers(config("DNS_SERVERS", default="")),
    )


def _one_of(config: Config, name: str, *allowed: str) -> str:
    value: str = config(name, default=allowed[0])
    if value not in allowed:
        raise SettingsError(f"{name} must be one of {', '.join(allowed)}; it is {value!r}")
    return value


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
            raise SettingsError(f"DNS_SERVERS must be ADDRESS or ADDRESS:PORT, separated by commas; {part!r} is not")
        found.append((address, number))
    return tuple(found)


def _bounce_address(address: str) -> str:
    local, _, domain = address.rpartition("@")
    if address and not (re.fullmatch(r"[A-Za-z0-9._+-]{1,27}", local) and re.fullmatch(r"[A-Za-z0-9.-]+", domain)):
        raise SettingsError("BOUNCE_ADDRESS must be an address with at most 27 letters, digits and . _ - before the @")
    return address


def _contact(given: str) -> str:
    """An address of mail becomes a link, as security.txt wants it; a link stays what it is."""
    contact = f"mailto:{given}" if re.fullmatch(r"[^\s@:]+@[A-Za-z0-9.-]+", given) else given
    if contact and not re.fullmatch(r"(https://|mailto:|tel:\+)[!-~]{1,200}", contact):
        raise SettingsError("SECURITY_CONTACT must be an address of mail, or a link: https://…, mailto:…, tel:+…")
    return contact


def _token(config: Config, name: str) -> str:
    token: str = config(name, default="")
    if token and (len(token) < 32 or not token.isascii() or not token.isprintable()):
        raise SettingsError(f"{name} must have at least 32 characters of ASCII")
    return token


def _webex_token(config: Config) -> str:
    token: str = config("WEBEX_TOKEN", default="")
    if config("CONNECTOR", default="sandbox") == "webex" and not token:
        raise SettingsError("WEBEX_TOKEN must be set for CONNECTOR=webex")
    return token


def _positive(config: Config, name: str, default: int) -> int:
    try:
        value = int(config(name, default=str(default)))
    except ValueError:
        value = 0
    if value < 1:
        raise SettingsError(f"{name} must be a whole number above 0")
    return value


def _secret(value: str, development: bool) -> str:
    """The given secret; in development one is made at the first start and kept beside the database."""
    if value:
        if len(value) < 32:
            raise SettingsError("SECRET_KEY must have at least 32 characters")
        return value
    if not development:
        raise SettingsError("SECRET_KEY must be set in production")
    kept = Path("data/secret-key")
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(secrets.token_urlsafe(48))
        kept.chmod(0o600)
    return kept.read_text().strip()
