"""Processes that live no longer than we do."""

import atexit
import contextlib
import ctypes
import os
import pwd
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO

from config.servers.errors import ServerError

CLONE_NEWUSER, PR_SET_PDEATHSIG = 0x10000000, 1


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def nobody() -> int:
    """The uid of an account that is not root: PostgreSQL asks that the uid has a name."""
    try:
        return pwd.getpwnam("nobody").pw_uid
    except KeyError:
        return next((entry.pw_uid for entry in pwd.getpwall() if entry.pw_uid), 65534)


def enter_user_namespace(uid: int) -> None:
    """Make root of this process an ordinary user, without any account or permission being changed (Linux)."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWUSER):
        raise OSError(ctypes.get_errno(), "unshare")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} 0 1")
    Path("/proc/self/gid_map").write_text(f"{uid} 0 1")


@cache
def user_namespaces() -> bool:
    """Whether this machine lets us make one; containers often bar it."""
    if sys.platform != "linux":
        return False
    try:
        subprocess.run(["/bin/true"], preexec_fn=lambda: enter_user_namespace(nobody()), check=True)
    except (subprocess.SubprocessError, OSError):
        return False
    return True


class Identity:
    """Who a server that refuses root runs as: ourselves, the data's owner, or root hidden in a user namespace."""

    def __init__(self, data: Path) -> None:
        self.uid: int | None = None
        self.namespace = False
        if os.geteuid() != 0:
            if data.exists() and data.stat().st_uid != os.geteuid():
                owner = data.stat().st_uid
                raise ServerError(
                    f"{data} belongs to another user (uid {owner}): run as that user, or remove the folder."
                )
            return
        owner = data.stat().st_uid if data.exists() else 0
        self.namespace = owner == 0 and user_namespaces()
        if not self.namespace:
            self.uid = owner or nobody()

    def take(self, path: Path) -> None:
        """Give the file or folder to the identity."""
        if self.uid is not None:
            os.chown(path, self.uid, -1)

    def take_all(self, folder: Path) -> None:
        """Give the folder and all within, where it still belongs to root."""
        if self.uid is None or folder.stat().st_uid == self.uid:
            return
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, self.uid, -1)

    def popen(self) -> dict:
        return {} if self.uid is None else {"user": self.uid, "group": self.uid, "extra_groups": []}

    def enter(self) -> None:
        if self.namespace:
            enter_user_namespace(nobody())


class Guard:
    """Our end of the guard's standard input."""

    def __init__(self) -> None:
        self.process: subprocess.Popen | None = None

    def tell(self, line: str) -> None:
        if self.process is None:
            self.process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-I", "-S", str(Path(__file__).with_name("guard.py"))],
                stdin=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
            atexit.register(self.close)
        try:
            self.process.stdin.write(line + "\n")  # type: ignore[union-attr]
            self.process.stdin.flush()  # type: ignore[union-attr]
        except BrokenPipeError:
            self.process = None

    def close(self) -> None:
        if self.process is not None:
            self.process.stdin.close()  # type: ignore[union-attr]
            self.process.wait()


guard = Guard()


def before_exec(identity: Identity | None, orphaned: signal.Signals, parent: int) -> Callable[[], None]:
    libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None

    def prepare() -> None:
        if identity is not None:
            identity.enter()
        if libc is not None:
            libc.prctl(PR_SET_PDEATHSIG, orphaned)
            if os.getppid() != parent:
                os._exit(1)

    return prepare


class Child:
    """A process in a session of its own (Ctrl-C reaches us, not it), which gets `orphaned` when we die.

    Must be made in the main thread: the kernel ties the signal to the thread that made the child.
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        stop_signal: signal.Signals = signal.SIGTERM,
        orphaned: signal.Signals | None = None,
        identity: Identity | None = None,
        env: Mapping[str, str] | None = None,
        log: Path | None = None,
        configuration: str | None = None,
        cwd: Path | None = None,
    ) -> None:
        self.name, self.stop_signal = name, stop_signal
        output: IO | None = log.open("ab") if log else None
        try:
            self.process = subprocess.Popen(  # noqa: S603
                [str(part) for part in command],
                stdin=subprocess.DEVNULL if configuration is None else subprocess.PIPE,
                stdout=output,
                stderr=output,
                env=None if env is None else dict(env),
                cwd=cwd,
                start_new_session=True,
                preexec_fn=before_exec(identity, orphaned or stop_signal, os.getpid()),
                **(identity.popen() if identity else {}),
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise ServerError(f"{name} cannot be run ({error}).") from error
        finally:
            if output is not None:
                output.close()
        guard.tell(f"+{self.process.pid} {int(orphaned or stop_signal)}")
        if configuration is not None:
            with contextlib.suppress(BrokenPipeError), self.process.stdin as pipe:  # type: ignore[union-attr]
                pipe.write(configuration.encode())

    @property
    def pid(self) -> int:
        return self.process.pid

    def ended(self) -> int | None:
        """The exit code, or None while it runs."""
        code = self.process.poll()
        if code is not None:
            guard.tell(f"-{self.process.pid}")
        return code

    def stop(self, patience: float = 20) -> bool:
        """Ask it to end, wait `patience` seconds, then kill its whole session. False where it had to be killed."""
        obeyed = True
        if self.process.poll() is None:
            self.process.send_signal(self.stop_signal)
            try:
                self.process.wait(patience)
            except subprocess.TimeoutExpired:
                obeyed = False
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        guard.tell(f"-{self.process.pid}")
        return obeyed
