"""Settings, read once from the environment and `.env`."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Literal

from starlette.config import Config

from backend import clock

Network = IPv4Network | IPv6Network


class SettingsError(Exception):
    """A setting that cannot be used; the message names it and says what is expected."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that an operator can set; the README has one sentence about each."""

    database_url: str
    public_url: str
    smtp_url: str
    mail_from: str
    secret_key: str
    environment: Literal["development", "production"]
    connector: Literal["sandbox", "webex"]
    webex_url: str
    webex_token: str
    log_level: str
    trusted_proxies: tuple[Network, ...]
    cost_bucket: int
    cost_restore: int
    rate_limit_factor: int
    clock_offset: timedelta

    @property
    def development(self) -> bool:
        """Whether the mailbox page, GraphiQL for strangers and a moved clock are allowed."""
        return self.environment == "development"

    @property
    def https(self) -> bool:
        """Whether people reach us over TLS: cookies are Secure and HSTS is sent."""
        return self.public_url.startswith("https://")


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
    url = config("PUBLIC_URL", default="http://127.0.0.1:8000").rstrip("/")
    if not url.startswith(("http://", "https://")):
        raise SettingsError("PUBLIC_URL must start with http:// or https://")
    database_url = config("DATABASE_URL", default="sqlite://data/provisioning.db")
    if not database_url.startswith(("sqlite://", "postgres://", "postgresql://")):
        raise SettingsError("DATABASE_URL must start with sqlite:// or postgres://")
    return Settings(
        database_url=database_url.replace("postgresql://", "postgres://", 1),
        public_url=url,
        smtp_url=config("SMTP_URL", default=""),
        mail_from=config("MAIL_FROM", default="Control Hub <no-reply@controlhub.example>"),
        secret_key=_secret(config("SECRET_KEY", default=""), development),
        environment=environment,  # type: ignore[arg-type]
        connector=_one_of(config, "CONNECTOR", "sandbox", "webex"),  # type: ignore[arg-type]
        webex_url=config("WEBEX_URL", default="https://webexapis.com"),
        webex_token=_webex_token(config),
        log_level=level,
        trusted_proxies=proxies,
        cost_bucket=_positive(config, "COST_BUCKET", 10_000),
        cost_restore=_positive(config, "COST_RESTORE", 1_000),
        rate_limit_factor=_positive(config, "RATE_LIMIT_FACTOR", 1),
        clock_offset=offset,
    )


def _one_of(config: Config, name: str, *allowed: str) -> str:
    value: str = config(name, default=allowed[0])
    if value not in allowed:
        raise SettingsError(f"{name} must be one of {', '.join(allowed)}; it is {value!r}")
    return value


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
