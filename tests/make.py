"""Puts in place what the tests need and no package registry of Python holds: a browser, PgBouncer, proxies.

`make test` runs it first.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The shell is the same engine without windows: a person's browser costs a third of what it costs in the whole one.
_SHELL = "/usr/bin/chromium-headless-shell"
_SERVERS = {
    "pgbouncer": "pgbouncer",
    "nginx": "nginx-light",
    "caddy": "caddy",
    "promtool": "prometheus",
}  # programs and their packages
_PLACES = (_SHELL, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")


def chromium() -> Path | None:
    """The browser that the tests drive: `$CHROMIUM`, the machine's own, else playwright's; None if there is none."""
    named = os.environ.get("CHROMIUM")
    found = next((place for place in map(Path, [named] if named else _PLACES) if _starts(place)), None)
    if found or named:
        return found
    own = playwrights_own()
    return own if _starts(own) else None


def playwrights_own() -> Path:
    """Where playwright keeps the browser that it downloads, whether it has or not."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _starts(browser: Path) -> bool:
    """Whether it is a browser: some systems put a hint to another installer in its place."""
    if not browser.is_file():
        return False
    return subprocess.run([browser, "--version"], capture_output=True, check=False, timeout=60).returncode == 0


def program(name: str) -> str | None:
    """Where a program of the system is, also if Debian puts it where only root's path leads; None if it is nowhere."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin")


def _from_the_system(*packages: str) -> None:
    """Install packages of Debian's, where we may; nothing that comes with them is started."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "--quiet", *command], env=environment, check=False, stdout=sys.stderr)


def install() -> None:
    """Install a browser: the system's where we may, else playwright's own."""
    for name in (Path(_SHELL).name, "chromium"):
        if not chromium():
            _from_the_system("fonts-liberation", name)
    if not chromium():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, stdout=sys.stderr)


def main() -> int:
    """Make sure that there are servers and a browser; 0 if there are."""
    if missing := [package for name, package in _SERVERS.items() if not program(name)]:
        print(f"Installing {', '.join(missing)} for the tests of poolers and proxies …", file=sys.stderr)
        _from_the_system(*missing)
    if missing := [package for name, package in _SERVERS.items() if not program(name)]:
        print(f"Install by your system's means what the tests need: {', '.join(missing)}.", file=sys.stderr)
        return 1
    if chromium():
        return 0
    if named := os.environ.get("CHROMIUM"):
        print(f"CHROMIUM names {named}, which is no browser that starts.", file=sys.stderr)
        return 1
    print("Installing Chromium for the browser tests …", file=sys.stderr)
    install()
    if chromium():
        return 0
    print("No Chromium could be installed; install one and name it in CHROMIUM.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
