"""The product as a newcomer starts it, on a new database; its mailbox, and what people get by mail."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

from backend.mail.return_path import return_path
from tests.mail.test_reports import dsn
from tests.name_server import NameServer, name_server
from tests.ports import free_port

ROOT = Path(__file__).parent.parent.parent
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Seconds, of a machine that does ten other things: what never happens still fails.
START_TIMEOUT = STOP_TIMEOUT = ARRIVE_TIMEOUT = 120.0
LOOK_EVERY = 0.05  # seconds: who is asked without pause does what is waited for later
UNKNOWN_USER = dsn("failed", "5.1.1", "smtp; 550 5.1.1 User unknown")
PLACE = """mutation ($input: PlaceOrderInput!) {
  placeOrder(input: $input) { order { id orderNumber } userErrors { code field message } } }"""
REQUEST_SIGN_IN = "mutation ($input: EmailInput!) { requestSignIn(input: $input) { accepted } }"
SIGN_IN = "mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }"
_RUN = """
import json, sys
from backend.commands import main
sys.exit(any(main(command) for command in json.loads(sys.argv[1])))
"""


class Server:
    """The process that serves. It can be ended and started again, also with other settings."""

    def __init__(self, environment: dict[str, str], port: int, log: Any) -> None:
        self.environment = environment
        self.port = port
        self.log = log

    def start(self, **settings: str) -> None:
        """Start with these settings, such as CLOCK_OFFSET, and wait until it is ready."""
        command = [sys.executable, "-m", "tests.patience", "serve", "--port", str(self.port)]
        environment = self.environment | settings
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=self.log, stderr=self.log)
        _wait(self.port)

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(STOP_TIMEOUT)

    def restart(self, **settings: str) -> None:
        """End it and start another one on the same database."""
        self.stop()
        self.start(**settings)


@dataclass
class Site:
    """The running product and a seller's token."""

    url: str
    token: str
    server: "Server"
    dns: NameServer
    numbers: Iterator[int] = field(default_factory=lambda: iter(range(1, 10_000)))
    read: set[str] = field(default_factory=set)

    def place(self, contact: str, **changes: Any) -> str:
        """Place an order as a seller's system does; its number."""
        number = f"J-{next(self.numbers)}"
        order = {
            "orderNumber": number,
            "offer": "Webex Suite",
            "companyName": "Brandt Logistik GmbH",
            "country": "DE",
            "customerDomain": "brandt.example",
            "provisioningContactEmail": contact,
            "requestedStartDate": "2026-01-01",
            "sellerName": "Nordlicht IT-Handel",
            "sellerEmail": "petersen@nordlicht.example",
            "termMonths": 36,
            "licenses": [
                {"name": "Webex Meetings", "service": "MEETINGS", "scope": "PER_SITE", "totalUnits": 250},
                {"name": "Webex Calling", "service": "CALLING", "scope": "ORGANIZATION_WIDE", "totalUnits": 250},
                {"name": "Webex App", "service": "MESSAGING", "scope": "ORGANIZATION_WIDE", "totalUnits": 250},
            ],
        } | changes
        assert self.sell(PLACE, input=order)["placeOrder"]["userErrors"] == []
        return number

    def sell(self, query: str, **variables: Any) -> Any:
        """Ask as the seller's system; the data."""
        body = json.dumps({"query": query, "variables": variables}).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        with urlopen(Request(f"{self.url}/graphql", body, headers)) as response:
            return json.load(response)["data"]

    def logged(self, reference: str) -> list[dict[str, Any]]:
        """The lines of the log that have the id which a page shows."""
        lines = Path(self.server.log.name).read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines if f'"correlationId":"{reference}"' in line]

    def sign_in(self, email: str) -> dict[str, str]:
        """Sign in by the code that is mailed; the cookies of the session."""
        cookies = CookieJar()
        browser = build_opener(HTTPCookieProcessor(cookies))

        def do(query: str, **given: str) -> Any:
            body = json.dumps({"query": query, "variables": {"input": given}}).encode()
            with browser.open(Request(f"{self.url}/graphql", body, {"Content-Type": "application/json"})) as response:
                return json.load(response)["data"]

        assert do(REQUEST_SIGN_IN, email=email)["requestSignIn"]["accepted"]
        assert do(SIGN_IN, email=email, code=self.code(email))["signIn"]["userErrors"] == []
        return {cookie.name: cookie.value or "" for cookie in cookies}

    def mail(self, to: str, kind: str, containing: str = "") -> dict[str, Any]:
        """The newest mail of this kind to an address, unless it was read as a code; waits until it has arrived.

        One that is queued is waited for: what came before it may hold a link that is dead by now.
        """
        end = time.monotonic() + ARRIVE_TIMEOUT
        while time.monotonic() < end:
            with urlopen(f"{self.url}/dev/mailbox/messages.json?to={quote(to)}") as response:
                of_kind = [mail for mail in json.load(response) if mail["to"] == to and mail["kind"] == kind]
            for mail in of_kind:
                if mail["state"] == "QUEUED":  # its text is not written yet, so it may be the one
                    break
                if mail["state"] == "SENT" and containing in mail["text"] and mail["id"] not in self.read:
                    found: dict[str, Any] = mail
                    return found
            time.sleep(LOOK_EVERY)
        raise AssertionError(f"no {kind} mail to {to}")

    def link(self, to: str, order_number: str) -> str:
        """The setup link in the mail of an order."""
        links = self.mail(to, "SETUP", order_number)["links"]
        return next(str(link) for link in links if "/setup#" in link)

    def bounce(self, to: str, kind: str, containing: str = "") -> None:
        """A mail comes back: the mail server of its recipient knows nobody of this name."""
        environment = self.server.environment
        recipient = return_path("bounces@hub.example", self.mail(to, kind, containing)["id"], environment["SECRET_KEY"])
        command = [sys.executable, "-m", "backend", "receive-bounce", "--recipient", recipient]
        subprocess.run(command, cwd=ROOT, env=environment, input=UNKNOWN_USER, capture_output=True, check=True)

    def code(self, to: str) -> str:
        """The sign-in code in the newest mail; a code is good once, so the next call waits for the next mail."""
        mail = self.mail(to, "SIGN_IN_CODE")
        self.read.add(mail["id"])
        found = re.search(r"\b\d{6}\b", mail["text"])
        assert found
        return found[0]


@contextmanager
def serving(
    folder: Path, *commands: tuple[str, ...], database: str = "", migrated: Path | None = None
) -> Iterator[Site]:
    """The product, served by its command on a new database in a folder, or an empty one, after these other commands.

    `migrated`: a migrated SQLite database without rows, of which the new one is a copy: to migrate takes 1.4 seconds.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "DATABASE_URL": database or f"sqlite://{folder}/journeys.db",
        "PUBLIC_URL": url,
        "SECRET_KEY": "j" * 32,
        "RATE_LIMIT_FACTOR": "100",
        "ENVIRONMENT": "development",
        "SMTP_URL": "",
    }
    if migrated is not None:
        shutil.copy(migrated, folder / "journeys.db")
    scopes = ("--scope", "orders:write", "--scope", "orders:read")
    token = _run(environment, ("migrate",), *commands, ("create-token", "nordlicht", *scopes)).split()[-1]
    with (folder / "server.log").open("wb") as log, name_server() as dns:
        server = Server(environment | {"DNS_SERVERS": f"127.0.0.1:{dns.port}"}, port, log)
        server.start()
        try:
            yield Site(url, token, server, dns)
        finally:
            server.stop()


VITE = [str(Path(sys.executable).with_name("node")), "node_modules/vite/bin/vite.js"]


def build_for_developers(built: Path) -> None:
    """Build the application with what only developers see, into a new folder."""
    command = [*VITE, "build", "--mode", "development", "--logLevel", "error", "--outDir", str(built)]
    environment = os.environ | {"NODE_ENV": "development"}
    subprocess.run(command, cwd=ROOT / "frontend", env=environment, check=True)


@contextmanager
def developing(folder: Path, built: Path, backend: str = "") -> Iterator[str]:
    """The application as it was built for developers, in front of a running server; its address.

    The developers' own server would make every page anew from hundreds of modules: it takes four times as long.
    """
    port = free_port()
    environment = os.environ | {"NODE_ENV": "development"} | ({"BACKEND": backend} if backend else {})
    serve = ["preview", "--host", "127.0.0.1", "--port", str(port), "--strictPort", "--outDir", str(built)]
    command = [*VITE, *serve]
    with (folder / "vite.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT / "frontend", env=environment, stdout=log, stderr=log)
        try:
            _wait(port, "/")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(STOP_TIMEOUT)


def _run(environment: dict[str, str], *commands: Sequence[str]) -> str:
    """Run commands one after the other, in one process as each takes a second to start; what they print."""
    arguments = [sys.executable, "-c", _RUN, json.dumps(commands)]
    return subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


def _wait(port: int, path: str = "/readyz") -> None:
    end = time.monotonic() + START_TIMEOUT
    while time.monotonic() < end:
        try:
            with urlopen(f"http://127.0.0.1:{port}{path}"):
                return
        except OSError:
            time.sleep(LOOK_EVERY)  # who asks without pause takes from it what it starts with
    raise AssertionError("the server did not start")
