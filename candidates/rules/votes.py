"""Votes: who counts, how many are needed, who decides (ADM-8, ADM-9, ADM-12, ADM-13, PRO-4, PRO-12)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from candidates.dossier import Body, Dossier, Unit, Vote
from candidates.rules.finding import Finding, Rule, refuse, warn
from candidates.rules.unit import enough_members
from candidates.statute import Edition, Provision, Share

BODY_LABELS: dict[Body, Promise] = {
    Body.CELL: _("chi bộ"),
    Body.SECTIONAL_COMMITTEE: _("đảng ủy bộ phận"),
    Body.BASE_COMMITTEE: _("đảng ủy cơ sở"),
    Body.DELEGATED_COMMITTEE: _("toàn thể đảng ủy cơ sở được ủy quyền"),
    Body.STANDING_BOARD: _("ban thường vụ cấp ủy có thẩm quyền"),
    Body.MASS_COMMITTEE: _("ban chấp hành đoàn thể"),
}


def in_words(share: Share) -> str:
    """The majority as it is said on screen, in the language of the page."""
    return gettext("quá nửa") if share.more_than else str(share)


def cell_vote(transition: str, *, rule: str) -> Rule:
    """The rule for a cell's vote: a sound count (ADM-9), no probationers (PRO-12), 2/3 of the base (`rule`)."""

    def cell_in_favour(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
        vote = dossier.votes.get(transition)
        at = f"votes.{transition}"
        if vote is None or vote.base is None or vote.in_favour is None:
            yield refuse(
                "ADM-9",
                _("Chưa ghi đủ số đảng viên chính thức và số phiếu tán thành của chi bộ."),
                edition.cell_base,
                clears=at,
            )
            return
        yield from _sound_count(vote, edition, at)
        if dossier.unit.full_members is None:
            yield from enough_members(vote.full_members, edition, f"{at}.full_members")
        counted = vote.in_favour - vote.probationary_in_favour
        if vote.base > 0 and not edition.cell_share.value.reached(counted, vote.base):
            yield refuse(
                rule,
                _(
                    "Cần ít nhất %(needed)d phiếu tán thành (%(share)s của %(base)d đảng viên chính thức);"
                    " mới có %(given)d."
                ),
                edition.cell_share,
                clears=f"{at}.in_favour",
                needed=edition.cell_share.value.needed(vote.base),
                share=in_words(edition.cell_share.value),
                base=vote.base,
                given=counted,
            )

    cell_in_favour.__doc__ = f"{rule}: at least 2/3 of the cell's full members convened."
    return cell_in_favour


def _sound_count(vote: Vote, edition: Edition, at: str) -> Iterator[Finding]:
    base = vote.base or 0
    if vote.probationary_in_favour:
        yield refuse(
            "ADM-9",
            _("%(given)d phiếu của đảng viên dự bị không được tính."),
            edition.cell_base,
            clears=f"{at}.probationary_in_favour",
            given=vote.probationary_in_favour,
        )
        yield refuse(
            "PRO-12",
            _("Đảng viên dự bị chưa có quyền biểu quyết trước khi có quyết định công nhận chính thức."),
            edition.no_vote_before_recognition,
            clears=f"{at}.probationary_in_favour",
        )
    if base <= 0 or vote.temporary_elsewhere < 0 or vote.exempt_absent < 0:
        yield refuse(
            "ADM-9",
            _("Số đảng viên chính thức được triệu tập phải lớn hơn 0."),
            edition.cell_base,
            clears=f"{at}.full_members",
        )
    if vote.present is not None and vote.present > base:
        yield refuse(
            "ADM-9",
            _("Có mặt %(present)d nhưng chỉ triệu tập %(base)d đảng viên chính thức."),
            edition.cell_base,
            clears=f"{at}.present",
            present=vote.present,
            base=base,
        )
    yield from _ballots_fit(vote, edition, at, base if vote.present is None else vote.present)


def _ballots_fit(vote: Vote, edition: Edition, at: str, voters: int) -> Iterator[Finding]:
    cast = (vote.in_favour or 0) - vote.probationary_in_favour + vote.against + vote.blank
    if cast > voters or min(vote.in_favour or 0, vote.against, vote.blank) < 0:
        yield refuse(
            "ADM-9",
            _("Tổng số phiếu %(cast)d không khớp với %(voters)d người được biểu quyết."),
            edition.cell_base,
            clears=at,
            cast=cast,
            voters=voters,
        )


def committee_vote(transition: str) -> Rule:
    """The rule for a base committee's proposal: 2/3 of all its members (ADM-13, OPEN-13)."""

    def committee_in_favour(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
        yield from _share_of_body(
            dossier.votes.get(transition),
            dossier.unit.committee_size,
            edition.committee_share,
            edition,
            f"votes.{transition}",
            BODY_LABELS[Body.BASE_COMMITTEE],
        )

    return committee_in_favour


def introduction_vote(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ELG-6: more than half of the executive committee introduces, where the vote is told (OPEN-17)."""
    if "nominate" not in dossier.votes:
        return
    yield from _share_of_body(
        dossier.votes.get("nominate"),
        None,
        edition.introduction_share,
        edition,
        "votes.nominate",
        BODY_LABELS[Body.MASS_COMMITTEE],
        rule="ELG-6",
    )


def deciding_body(unit: Unit, edition: Edition) -> Body:
    """ADM-12: the body that decides for this unit: its own if the power is delegated, else the superior's board."""
    return Body((edition.delegated_body if unit.delegated else edition.deciding_body).value)


def deciding_vote(transition: str, decision: str) -> Rule:
    """The rule for a decision: the right body (ADM-12) with its majority (ADM-13)."""

    def decided_by_right_body(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
        delegated, vote = dossier.unit.delegated, dossier.votes.get(transition)
        expected = deciding_body(dossier.unit, edition)
        written = getattr(dossier, decision)
        given = (vote.body if vote else None) or (written.body if written else None)
        provision = edition.delegated_body if delegated else edition.deciding_body
        if given and given is not expected:
            yield refuse(
                "ADM-12",
                _("Thẩm quyền quyết định thuộc %(expected)s, không phải %(given)s."),
                provision,
                clears=f"votes.{transition}.body",
                expected=BODY_LABELS[expected],
                given=BODY_LABELS[given],
            )
        share: Provision[Any] = edition.delegated_share if delegated else edition.board_share
        if share.value is None:
            yield warn(
                "ADM-13",
                _("Chưa rõ tỷ lệ biểu quyết của %(body)s: cấp ủy tự đối chiếu văn bản."),
                share,
                clears=f"votes.{transition}",
                body=BODY_LABELS[expected],
            )
            return
        size = dossier.unit.committee_size if delegated else dossier.unit.board_size
        yield from _share_of_body(vote, size, share, edition, f"votes.{transition}", BODY_LABELS[expected])

    return decided_by_right_body


def _share_of_body(
    vote: Vote | None,
    usual_size: int | None,
    share: Provision[Share],
    edition: Edition,
    at: str,
    body: Promise,
    *,
    rule: str = "ADM-13",
) -> Iterator[Finding]:
    size = (vote.committee_size if vote else None) or usual_size
    if vote is None or vote.in_favour is None or not size:
        yield refuse(rule, _("Chưa ghi đủ số ủy viên và số phiếu tán thành của %(body)s."), share, clears=at, body=body)
        return
    yield from _ballots_fit(vote, edition, at, size if vote.present is None else min(vote.present, size))
    if not share.value.reached(vote.in_favour, size):
        yield refuse(
            rule,
            _("Cần ít nhất %(needed)d phiếu tán thành (%(share)s của %(size)d ủy viên %(body)s); mới có %(given)d."),
            share,
            clears=f"{at}.in_favour",
            needed=share.value.needed(size),
            share=in_words(share.value),
            size=size,
            body=body,
            given=vote.in_favour,
        )
