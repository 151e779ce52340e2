"""PgBouncer in transaction mode before a PostgreSQL of the tests."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psutil

from tests import make
from tests.ports import free_port
from tests.postgres import Postgres

SESSIONS = 3  # of the server for all clients of a database: fewer than ask at once

_CONFIGURATION = """
[databases]
* = host={socket} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = {sessions}
max_client_conn = 500
"""


@contextmanager
def pooled(server: Postgres, url: str, folder: Path) -> Iterator[str]:
    """The address of a database through PgBouncer, as DATABASE_URL says it."""
    program = make.program("pgbouncer")
    assert program, "install pgbouncer, as `make test` does"
    port = free_port()
    parts = urlsplit(url)
    said = _CONFIGURATION.format(socket=parse_qs(parts.query)["host"][0], port=port, sessions=SESSIONS)
    owner = psutil.Process(server.pid).username()  # whom the server's socket is for; PgBouncer is not run by root
    configuration = folder / "pgbouncer.ini"
    configuration.write_text(said)
    command = [program, "--quiet", str(configuration)]
    if psutil.Process().username() != owner:
        command += ["--user", owner]
    with (folder / "pgbouncer.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        while not _answers(port):
            assert process.poll() is None, (folder / "pgbouncer.log").read_text()
            time.sleep(0.01)
        yield f"postgres://postgres@127.0.0.1:{port}{parts.path}?pool_mode=transaction"
    finally:
        process.terminate()
        process.wait()


def _answers(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0
