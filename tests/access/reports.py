from reports.actions import refresh, submit
from reports.actions.submitting import digest
from reports.models import Report
from reports.periods import month
from tests.access import CELLS, COMMITTEES, OFFICES, UNIONS, row

OCTOBER = month(2025, 10)
STAFF = f"{CELLS} {COMMITTEES} leader"


def report_of(cast, organization):
    report = Report.objects.create(
        organization=organization,
        organization_name=organization.name,
        period_from=OCTOBER.from_on,
        period_to=OCTOBER.to_on,
    )
    return refresh(report, actor=cast.officer)


def of_the_committee(cast):
    return {"pk": report_of(cast, cast.committee).pk}


def sent_by_the_committee(cast):
    report = report_of(cast, cast.committee)
    return {"pk": submit(report, actor=cast.base_officer, seen=digest(report.figures)).pk}


def month_of_the_root(cast):
    report_of(cast, cast.root)
    return {"to": "2025-10-31"}


def figures_as_shown(cast):
    return {"seen": digest(Report.objects.get(organization=cast.committee).figures), "remarks": ""}


ROWS = {
    "reports:home": row(opens=OFFICES),
    "reports:dashboard": row(opens=f"{COMMITTEES} leader"),
    "reports:targets": row(opens=f"{COMMITTEES} {UNIONS} leader"),
    "reports:people": row(opens=f"{STAFF} {UNIONS}", query="?figure=admitted&from=2025-01-01&to=2025-12-31"),
    "reports:definitions": row(opens=f"{STAFF} {UNIONS}"),
    "reports:list": row(opens=STAFF),
    "reports:detail": row(opens=f"{COMMITTEES} leader", hidden=CELLS, kwargs=of_the_committee),
    "reports:workbook": row(opens=f"{COMMITTEES} leader", hidden=CELLS, kwargs=of_the_committee),
    "reports:generate": row(opens="officer", method="post", status=302, data=month_of_the_root),
    "reports:submit": row(opens=COMMITTEES, method="post", status=302, kwargs=of_the_committee, data=figures_as_shown),
    "reports:refresh": row(opens=COMMITTEES, method="post", status=302, kwargs=of_the_committee),
    "reports:correct": row(
        opens=COMMITTEES, method="post", status=302, kwargs=sent_by_the_committee, data=lambda cast: {"reason": "Thiếu"}
    ),
}
