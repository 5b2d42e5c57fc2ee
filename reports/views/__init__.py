"""Pages of this app: targets, reports, people behind a number, dashboard, home."""

from reports.views.dashboard import dashboard
from reports.views.home import home
from reports.views.people import definitions, people
from reports.views.reports import (
    report_correct,
    report_detail,
    report_generate,
    report_list,
    report_refresh,
    report_submit,
    report_workbook,
)
from reports.views.targets import targets

__all__ = [
    "dashboard",
    "definitions",
    "home",
    "people",
    "report_correct",
    "report_detail",
    "report_generate",
    "report_list",
    "report_refresh",
    "report_submit",
    "report_workbook",
    "targets",
]
