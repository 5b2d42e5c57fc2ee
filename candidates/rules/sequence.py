"""Acts in their order (ADM-0b)."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from candidates.dossier import Dossier
from candidates.periods import add_months
from candidates.rules.finding import Finding, Rule, Severity, refuse
from candidates.statute import Edition


def not_before(*earlier: str) -> Rule:
    """A rule that asks the act not to be dated before any of the `earlier` acts that the dossier holds."""

    def dates_in_order(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
        for transition in earlier:
            done_on = dossier.event(transition)
            if done_on and on < done_on:
                yield refuse(
                    "ADM-0b",
                    _("Ngày %(on)s sớm hơn bước trước đó, ngày %(done_on)s."),
                    edition.date_order,
                    clears=f"events.{transition}",
                    on=on,
                    done_on=done_on,
                )

    return dates_in_order


def long_enough_on_list(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """S2: months on the source list, where the local committee asks for them; the texts of the centre do not."""
    months, listed_on = dossier.policies.months_on_source_list, dossier.event("list")
    if months and listed_on and add_months(listed_on, months) > on:
        message = _("Theo quy định của địa phương phải ở danh sách nguồn đủ %(months)d tháng, tức đến %(last)s.") % {
            "months": months,
            "last": f"{add_months(listed_on, months):%d/%m/%Y}",
        }
        yield Finding("S2", Severity.WARN, message, str(_("Quy định của địa phương")), "events.list")


def act_on_day_of_vote(transition: str) -> Rule:
    """A rule that asks the minutes to bear the day of the act."""

    def minutes_agree(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
        vote = dossier.votes.get(transition)
        if vote and vote.on and vote.on != on:
            yield refuse(
                "ADM-0b",
                _("Biên bản ghi họp ngày %(voted_on)s, khác ngày %(on)s của bước này."),
                edition.date_order,
                clears=f"votes.{transition}.on",
                voted_on=vote.on,
                on=on,
            )

    return minutes_agree


def decision_written(kind: str) -> Rule:
    """A rule that asks the decision (`decision` or `recognition`) for its number and for the day of the act."""

    def decision_complete(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
        decision = getattr(dossier, kind)
        if decision is None or not decision.number:
            yield refuse("ADM-0b", _("Chưa ghi số quyết định."), edition.date_order, clears=f"{kind}.number")
        if decision and decision.on and decision.on != on:
            yield refuse(
                "ADM-0b",
                _("Quyết định ghi ngày %(dated_on)s, khác ngày %(on)s của bước này."),
                edition.date_order,
                clears=f"{kind}.on",
                dated_on=decision.on,
                on=on,
            )

    return decision_complete


def ceremony_after_decision(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ADM-0b: the ceremony neither before the decision nor before the cell has it."""
    decided_on, received_on = dossier.decided_on, dossier.decision.received_on if dossier.decision else None
    if decided_on is None:
        yield refuse(
            "ADM-0b", _("Chưa có quyết định kết nạp đảng viên (mẫu 9-KNĐ)."), edition.date_order, clears="decision.on"
        )
        return
    if on < decided_on:
        yield refuse(
            "ADM-0b",
            _("Lễ kết nạp ngày %(on)s trước quyết định kết nạp ngày %(decided_on)s."),
            edition.date_order,
            clears="ceremony.on",
            on=on,
            decided_on=decided_on,
        )
    elif received_on and on < received_on:
        yield refuse(
            "ADM-0b",
            _("Lễ kết nạp ngày %(on)s trước ngày chi bộ nhận quyết định %(received_on)s."),
            edition.date_order,
            clears="ceremony.on",
            on=on,
            received_on=received_on,
        )
    if received_on and received_on < decided_on:
        yield refuse(
            "ADM-0b",
            _("Ngày chi bộ nhận %(received_on)s trước ngày quyết định %(decided_on)s."),
            edition.date_order,
            clears="decision.received_on",
            received_on=received_on,
            decided_on=decided_on,
        )
    if dossier.ceremony_on and dossier.ceremony_on != on:
        yield refuse(
            "ADM-0b",
            _("Lễ kết nạp ghi ngày %(ceremony_on)s, khác ngày %(on)s của bước này."),
            edition.date_order,
            clears="ceremony.on",
            ceremony_on=dossier.ceremony_on,
            on=on,
        )
