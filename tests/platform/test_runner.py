"""`make run` among faults: killed, killed servers, taken ports, a second start."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from config.servers.environment import ROOT
from tests.platform.runs import alive, descendants, eventually, manage, running, surroundings

pytestmark = pytest.mark.embedded

WHERE = "from django.db import connection as c; u = c.cursor(); u.execute({!r}); print(u.fetchone()[0])"


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for the module: the cluster is made by the first start and met again by the others."""
    return tmp_path_factory.mktemp("checkout") / "var"


def ask(var: Path, question: str) -> str:
    return manage(var, "shell", "--no-imports", "--command", WHERE.format(question))


def test_killed_runner_leaves_no_process(var: Path) -> None:
    with running(var) as run:
        left = descendants(run.process.pid)
        run.process.kill()
        run.process.wait()
        assert len(left) > 10
        assert eventually(lambda: not alive(left), 40), alive(left)


def test_killed_database_and_web_come_back_with_their_data(var: Path) -> None:
    with running(var) as run:
        before = ask(var, "SELECT count(*) FROM django_migrations")
        for_port = ask(var, "SELECT inet_server_port()")
        database = int((var / "postgres" / "postmaster.pid").read_text().split()[0])
        os.kill(database, signal.SIGKILL)
        run.wait_for("Postgres is up again")
        assert ask(var, "SELECT count(*) FROM django_migrations") == before
        assert ask(var, "SELECT inet_server_port()") == for_port
        assert eventually(run.answers)


def test_stop_ends_everything_and_second_start_keeps_the_data(var: Path) -> None:
    with running(var) as run:
        manage(
            var,
            *("shell", "--no-imports", "--command"),
            "from django.contrib.auth.models import Group; Group.objects.create(name='kept')",
        )
        children = descendants(run.process.pid)
        assert run.stop() == 0
        assert alive(children) == set()
    started = time.monotonic()
    with running(var):
        assert time.monotonic() - started < 60
        assert ask(var, "SELECT count(*) FROM auth_group WHERE name = 'kept'") == "1"


def test_second_runner_of_a_checkout_says_where_the_first_is(var: Path) -> None:
    with running(var) as run:
        second = runner(var)
        assert (second.returncode, second.stderr.split(" (")[0]) == (
            1,
            f"This checkout already runs at http://127.0.0.1:{run.port}/",
        )


def test_taken_port_is_named(var: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = runner(var, PORT=str(port))
    assert (done.returncode, done.stderr) == (
        1,
        f"Port {port} is taken by another program. Choose another one: PORT={port + 1} make run\n",
    )


def test_without_debug_nothing_is_started_for_lack_of_an_address(tmp_path: Path) -> None:
    done = runner(tmp_path / "var", DEBUG="off")
    assert (done.returncode, done.stderr, (tmp_path / "var" / "postgres").exists()) == (
        1,
        "With DEBUG off, DATABASE_URL and REDIS_URL must be set (docs/setup.md).\n",
        False,
    )


def runner(var: Path, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "config.runner"]
    return subprocess.run(
        command, cwd=ROOT, env=surroundings(var, **more), capture_output=True, text=True, timeout=120, check=False
    )
