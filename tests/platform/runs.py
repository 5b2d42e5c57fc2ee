"""The runner as a process of its own, in a folder of its own."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.servers.child import free_port
from config.servers.environment import ROOT

GIVEN = {"DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "DATABASE_AS_OWNER", "SECRET_KEY", "HASH_KEY", "FIELD_KEYS"}


def surroundings(var: Path, **more: str) -> dict[str, str]:
    """A bare checkout's environment: nothing given, nothing of the test run's own servers."""
    kept = {name: value for name, value in os.environ.items() if name not in GIVEN and not name.startswith("PYTEST")}
    return {**kept, "VAR_DIR": str(var), "DEMO": "off", "DEBUG": "on", **more}


def manage(var: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, ROOT / "manage.py", *words], env=surroundings(var), capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def descendants(pid: int) -> set[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = {int(child): int(parent) for child, parent in map(str.split, listed.splitlines())}
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {pid}


def alive(pids: set[int]) -> set[int]:
    """Those that still run; a zombie that nobody has collected does not."""
    listed = subprocess.run(["ps", "-eo", "pid=,stat="], capture_output=True, text=True, check=True).stdout
    states = dict(line.split() for line in listed.splitlines())
    return {pid for pid in pids if not states.get(str(pid), "Z").startswith("Z")}


def eventually(claim, seconds: float = 30) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if claim():
            return True
        time.sleep(0.1)
    return bool(claim())


class Run:
    def __init__(self, var: Path, port: int) -> None:
        self.port = port
        self.process = subprocess.Popen(
            [sys.executable, "-m", "config.runner"],
            cwd=ROOT,
            env=surroundings(var, PORT=str(port)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.seen: list[str] = []
        threading.Thread(target=self.read, daemon=True).start()

    def read(self) -> None:
        for line in self.process.stderr:
            self.lines.put(line)

    def wait_for(self, words: str, seconds: float = 120) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                self.seen.append(self.lines.get(timeout=0.2))
            except queue.Empty:
                assert self.process.poll() is None, "".join(self.seen)
                continue
            if words in self.seen[-1]:
                return
        raise AssertionError(f"never said {words!r}:\n" + "".join(self.seen))

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/static/vendor/icons.svg", timeout=20) as answer:
                return answer.status == 200
        except OSError:
            return False

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


@contextmanager
def running(var: Path) -> Iterator[Run]:
    run = Run(var, free_port())
    try:
        run.wait_for("Ctrl-C stops everything")
        yield run
    finally:
        if run.process.poll() is None:
            run.stop()
