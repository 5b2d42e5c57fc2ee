"""Leaving in the middle: the letter that goes with the dossier (TRF-1 to TRF-5)."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from candidates.dossier import Dossier
from candidates.papers_register import BY_CODE
from candidates.rules.finding import Finding, refuse, warn
from candidates.statute import Edition

# Stage at the move → the rule and the paper the old committee writes.
LETTERS = {
    **dict.fromkeys(
        ("introduced", "on_source_list", "trained", "applying", "verified", "consulted"),
        ("TRF-1", "consideration_certificate"),
    ),
    "proposed": ("TRF-2", "transfer_letter_cell"),
    "appraised": ("TRF-2", "transfer_letter_cell"),
    "endorsed": ("TRF-3", "transfer_letter_committee"),
    "decided": ("TRF-4", "transfer_letter_decision"),
}


def letter_goes_along(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """TRF-1 to TRF-4: the old committee's certificate or letter, by how far the dossier has come."""
    if dossier.stage not in LETTERS:
        return
    rule, code = LETTERS[dossier.stage]
    if not dossier.paper_by(code, on):
        yield refuse(
            rule,
            _("Chưa có %(form)s."),
            edition.transfer_papers,
            clears=f"papers.{code}",
            form=BY_CODE[code].title,
        )


def probation_goes_on(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """TRF-5: a probationer moves with the clock running; the procedure takes at most 60 working days."""
    if dossier.stage == "on_probation":
        yield warn(
            "TRF-5",
            _("Làm thủ tục chuyển sinh hoạt trong %(days)d ngày làm việc; thời gian dự bị tính tiếp, không tính lại."),
            edition.transfer_working_days,
            clears="reason",
            days=edition.transfer_working_days.value,
        )
