"""Run as a program beside us: when our end of its standard input closes, it ends the children we left behind.

On Linux the kernel already signals each child when its parent dies; this is the second net (a child that hangs), and
on macOS the only one. It imports nothing of the project, so that it starts in a few milliseconds.

Lines read: `+PID SIGNAL` (watch this process group), `-PID` (it has ended).
"""

import os
import signal
import sys
import time

GRACE = 5  # seconds between the polite signal and SIGKILL


def gone(pid: int) -> bool:
    try:
        os.killpg(pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def send(pid: int, number: int) -> None:
    try:
        os.killpg(pid, number)
    except (ProcessLookupError, PermissionError):
        return


def main() -> None:
    watched: dict[int, int] = {}
    for line in sys.stdin:
        if line.startswith("+"):
            pid, number = line[1:].split()
            watched[int(pid)] = int(number)
        elif line.startswith("-"):
            watched.pop(int(line[1:]), None)
    for pid, number in reversed(watched.items()):
        try:
            os.kill(pid, number)
        except (ProcessLookupError, PermissionError):
            continue
    until = time.monotonic() + GRACE
    while time.monotonic() < until and not all(gone(pid) for pid in watched):
        time.sleep(0.1)
    for pid in watched:
        send(pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
