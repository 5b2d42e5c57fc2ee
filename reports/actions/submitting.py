"""Sending a report, after which it is frozen, and replacing one that was sent (RPT-6)."""

import hashlib
import json

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

import audit.actions
from audit.language import of_record
from organizations.scope import acting_office
from reports.actions.generating import edition_key
from reports.figures import FIGURES, compute, people_of
from reports.models import Report
from reports.periods import Period
from reports.permissions import may_submit


class NotNow(Exception):
    """The report is not in the state that this asks for; the message says which, for the page."""


class FiguresMoved(Exception):
    """The figures have changed since the page that asks to send them was shown."""


def digest(content):
    """SHA-256 of the content's canonical JSON, in hexadecimal."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def fingerprint(report):
    """What proves that a submitted report is as it was: over its unit, period, revision, figures, people and words."""
    return digest(
        {
            "organization": report.organization.code,
            "organization_name": report.organization_name,
            "kind": report.kind,
            "from": report.period_from.isoformat(),
            "to": report.period_to.isoformat(),
            "revision": report.revision,
            "reason": report.reason,
            "edition": report.edition,
            "figures": report.figures,
            "people": report.people,
            "remarks": report.remarks,
        }
    )


@transaction.atomic
def submit(report, *, actor, seen, remarks=""):
    """Count once more, keep figures, people and fingerprint, and freeze. `seen` is the digest of the figures shown.

    Raises PermissionDenied; NotNow unless the report is ready; FiguresMoved where the count no longer gives what the
    actor saw: nothing is written, `refresh` brings the report up to date.
    """
    report = _locked(report, actor)
    if report.state != Report.State.READY:
        raise NotNow(_("Chỉ gửi được báo cáo đã lập và chưa gửi."))
    period = Period(report.period_from, report.period_to)
    if seen != digest(report.figures) or _counted(report) != report.figures:
        raise FiguresMoved
    report.people = _people(report, period)
    report.remarks = remarks.strip()
    report.edition = edition_key(period.to_on)
    report.state = Report.State.SUBMITTED
    report.submitted_at = timezone.now()
    report.submitted_by = actor
    with of_record():
        report.submitted_name = f"{actor} ({acting_office(actor).get_role_display()})"
    report.fingerprint = fingerprint(report)
    report.save()
    audit.actions.record("report.submit", report, actor=actor, revision=report.revision, fingerprint=report.fingerprint)
    return report


@transaction.atomic
def refresh(report, *, actor):
    """Count a report that is not yet sent anew, after its acts were corrected or after a failure."""
    report = _locked(report, actor)
    if report.state == Report.State.SUBMITTED:
        raise NotNow(_("Báo cáo đã gửi không lập lại được; hãy tạo bản thay thế."))
    report.figures = _counted(report)
    report.state, report.error = Report.State.READY, ""
    report.edition, report.generated_at = edition_key(report.period_to), timezone.now()
    report.save()
    audit.actions.record("report.refresh", report, actor=actor)
    return report


@transaction.atomic
def correct(report, *, actor, reason):
    """A new revision beside the one that was sent, with today's count; the old one stays as it is.

    Raises PermissionDenied; NotNow unless this is the last revision and was sent, or where no reason is given.
    """
    report = _locked(report, actor)
    same = Report.objects.filter(
        organization=report.organization, kind=report.kind, period_to=report.period_to, revision__gt=report.revision
    )
    if report.state != Report.State.SUBMITTED or same.exists():
        raise NotNow(_("Chỉ thay thế được bản báo cáo cuối cùng đã gửi."))
    if not reason.strip():
        raise NotNow(_("Phải ghi lý do lập lại báo cáo."))
    replacement = Report(
        organization=report.organization,
        path=report.path,
        organization_name=report.organization_name,
        kind=report.kind,
        period_from=report.period_from,
        period_to=report.period_to,
        revision=report.revision + 1,
        reason=reason.strip(),
        remarks=report.remarks,
        state=Report.State.READY,
        edition=edition_key(report.period_to),
        generated_at=timezone.now(),
    )
    replacement.figures = _counted(replacement)
    replacement.save()
    audit.actions.record(
        "report.correct", replacement, actor=actor, reason=replacement.reason, revision=replacement.revision
    )
    return replacement


def _locked(report, actor):
    report = Report.objects.select_for_update(of=("self",)).select_related("organization").get(pk=report.pk)
    if not may_submit(actor, report):
        raise PermissionDenied
    return report


def _counted(report):
    return compute(Period(report.period_from, report.period_to), report.organization)[report.organization_id]


def _people(report, period):
    """Figure → column → numbers of the candidacies (of class figures: persons) that were counted."""
    windows = period.windows
    return {
        key: {
            column: sorted(people_of(FIGURES[key], report.organization, windows[column]).values_list("pk", flat=True))
            for column in ("period", "year")
            if column in numbers
        }
        for key, numbers in report.figures.items()
    }
