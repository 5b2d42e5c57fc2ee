"""Papers: there, in order, not too old (ADM-0, ADM-0b, ADM-11, PRO-4)."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from candidates.dossier import Dossier
from candidates.papers_register import BY_CODE
from candidates.periods import add_months
from candidates.rules.finding import Finding, Rule, refuse, warn
from candidates.rules.introducers import MEMBERS_NEEDED, RESOLUTIONS
from candidates.statute import Edition


def has_paper(code: str, *, rule: str, provision: str) -> Rule:
    """A rule that asks for a paper of that form dated on the day of the act or before."""
    form = BY_CODE[code]

    def paper_there(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
        if dossier.paper_by(code, on):
            return
        yield refuse(
            rule, _("Chưa có %(form)s."), getattr(edition, provision), clears=f"papers.{code}", form=form.label
        )

    paper_there.__doc__ = f"{rule}: {form.label}."
    return paper_there


def application_before_record(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ADM-0: the application (1-KNĐ) is written before the personal record (2-KNĐ) is declared."""
    application = min((paper.on for paper in dossier.papers_by("application", on)), default=None)
    record = min((paper.on for paper in dossier.papers_by("personal_record", on)), default=None)
    if application and record and record < application:
        yield refuse(
            "ADM-0",
            _("Lý lịch khai ngày %(record)s, trước đơn xin vào Đảng ngày %(application)s: đơn phải viết trước."),
            edition.paper_order,
            clears="papers.personal_record",
            record=record,
            application=application,
        )


def papers_fresh(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ADM-11: 3-KNĐ, 4/4A-KNĐ and 5-KNĐ not older than 12 months when the cell considers (OPEN-12)."""
    limit = edition.paper_months
    for code, count in _papers_relied_on(dossier):
        for paper in dossier.papers_by(code, on)[:count]:
            if add_months(paper.on, limit.value) < on:
                yield refuse(
                    "ADM-11",
                    _("%(form)s ngày %(dated_on)s đã quá %(months)d tháng: phải làm lại."),
                    limit,
                    clears=f"papers.{code}",
                    form=BY_CODE[code].label,
                    dated_on=paper.on,
                    months=limit.value,
                )
    answered_on = dossier.verification.answered_on if dossier.verification else None
    if answered_on and add_months(answered_on, limit.value) < on:
        yield warn(
            "ADM-11",
            _("Kết quả thẩm tra ngày %(answered_on)s đã quá %(months)d tháng: thẩm tra bổ sung nếu có thay đổi."),
            limit,
            clears="verification.answered_on",
            answered_on=answered_on,
            months=limit.value,
        )


def _papers_relied_on(dossier: Dossier) -> Iterator[tuple[str, int]]:
    yield "introduction_letter", MEMBERS_NEEDED[dossier.route] if dossier.route else 1
    if dossier.route in RESOLUTIONS:
        yield RESOLUTIONS[dossier.route], 1
    yield "opinions", 1


def dated_not_before_act(code: str) -> Rule:
    """A rule that asks the paper an act makes not to bear a date before the act (ADM-0b)."""
    form = BY_CODE[code]

    def dated_by_act(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
        paper = max(dossier.papers.get(code, ()), key=lambda paper: paper.on, default=None)
        if paper and paper.on < on:
            yield refuse(
                "ADM-0b",
                _("%(form)s ghi ngày %(dated_on)s, trước ngày họp %(on)s."),
                edition.date_order,
                clears=f"papers.{code}",
                form=form.label,
                dated_on=paper.on,
                on=on,
            )

    return dated_by_act


def probation_papers(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-4: self-review, mentor's comment and opinions (10, 11, 12-KNĐ), made when the probation has ended."""
    end = dossier.probation_end(edition.probation_months.value)
    for code in ("self_review", "mentor_comment", "probation_opinions"):
        paper = dossier.paper_by(code, on)
        if paper is None:
            yield refuse(
                "PRO-4",
                _("Chưa có %(form)s."),
                edition.recognition_papers,
                clears=f"papers.{code}",
                form=BY_CODE[code].label,
            )
        elif end and paper.on < end:
            yield warn(
                "PRO-4",
                _("%(form)s ghi ngày %(dated_on)s, trước khi hết thời gian dự bị %(end)s."),
                edition.recognition_papers,
                clears=f"papers.{code}",
                form=BY_CODE[code].label,
                dated_on=paper.on,
                end=end,
            )
