"""Clients that people use, as their packages come: Apollo Client and urql with automatic persisted queries."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.live import ROOT, Live

NODE = Path(sys.executable).with_name("node")


@pytest.mark.slow
def test_apollo_and_urql_send_whole_queries_once_they_know_that_hashes_are_not_kept(fresh_sqlite: str) -> None:
    with Live(fresh_sqlite) as live:
        live.start()
        answered = subprocess.run(
            [NODE, "--input-type=module", "-", f"http://127.0.0.1:{live.port}/graphql"],
            input=Path(__file__).with_name("persisted_queries.js").read_text("utf-8"),
            cwd=ROOT / "frontend",  # where its packages are
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
    expected = {"answers": ["DE", "DE"], "requests": ["hash", "query", "query"]}
    assert json.loads(answered.stdout) == {
        f"{client} {method}": expected for client in ("apollo", "urql") for method in ("POST", "GET")
    }
