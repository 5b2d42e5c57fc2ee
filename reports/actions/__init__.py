"""Every write of this app."""

from reports.actions.generating import generate_reports
from reports.actions.opening import open_due_reports, start_generation
from reports.actions.submitting import FiguresMoved, NotNow, correct, fingerprint, refresh, submit
from reports.actions.targets import Change, Conflict, set_targets

__all__ = [
    "Change",
    "Conflict",
    "FiguresMoved",
    "NotNow",
    "correct",
    "fingerprint",
    "generate_reports",
    "open_due_reports",
    "refresh",
    "set_targets",
    "start_generation",
    "submit",
]
