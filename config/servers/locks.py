"""Who runs the servers of this checkout, and who uses them."""

import fcntl
import json
import os
from pathlib import Path


class Lock:
    """An advisory lock on a file; the kernel frees it when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.file: int | None = None

    def take(self, *, shared: bool = False, wait: bool = False) -> bool:
        """Whether the lock is ours now."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            os.close(handle)
            return False
        except BaseException:
            os.close(handle)
            raise
        self.file = handle
        return True

    def free(self) -> None:
        if self.file is not None:
            os.close(self.file)
            self.file = None


class State:
    """What the running servers' owner tells others: their addresses (with passwords: mode 0600) and its own pid."""

    def __init__(self, var: Path) -> None:
        self.path = var / "servers.json"

    def write(self, facts: dict) -> None:
        part = self.path.with_suffix(".part")
        part.unlink(missing_ok=True)
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123
            json.dump({"pid": os.getpid(), **facts}, file)
        part.replace(self.path)

    def read(self) -> dict | None:
        """The facts, or None where no live process stands behind them."""
        try:
            facts = json.loads(self.path.read_text())
        except (OSError, ValueError):
            return None
        try:
            os.kill(facts["pid"], 0)
        except ProcessLookupError:
            return None
        except PermissionError:
            return facts  # alive, and another user's
        return facts

    def clear(self) -> None:
        self.path.unlink(missing_ok=True)
