"""Who introduces and who helps (ELG-6 to ELG-11)."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from candidates.dossier import Dossier, Introducer, Route
from candidates.periods import add_months, full_months
from candidates.rules.finding import Finding, refuse, warn
from candidates.statute import Edition

# The route → how many members introduce, and the resolution of the mass organisation that goes with them.
MEMBERS_NEEDED = {Route.TWO_MEMBERS: 2, Route.YOUTH_PLUS_ONE: 1, Route.UNION_PLUS_ONE: 1}
RESOLUTIONS = {Route.YOUTH_PLUS_ONE: "youth_resolution", Route.UNION_PLUS_ONE: "union_resolution"}


def route_of_age(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ELG-6: the route by age and by the mass organisations at the place of work (Điều 4.1)."""
    age = dossier.person.age_on(on)
    if dossier.route is None:
        yield refuse(
            "ELG-6", _("Chưa chọn bên giới thiệu người vào Đảng."), edition.introduction_routes, clears="route"
        )
    if dossier.route is None or age is None:
        return
    if age <= edition.youth_age_last.value:
        yield from _youth_route(dossier, edition)
    elif dossier.route is Route.YOUTH_PLUS_ONE:
        yield refuse(
            "ELG-6",
            _("Người quá %(age)d tuổi không do ban chấp hành đoàn cơ sở giới thiệu; cần hai đảng viên chính thức."),
            edition.youth_age_last,
            clears="route",
            age=edition.youth_age_last.value,
        )
    elif dossier.route is Route.UNION_PLUS_ONE:
        yield from _older_union_route(dossier, edition)


def _youth_route(dossier: Dossier, edition: Edition) -> Iterator[Finding]:
    person, employer, routes = dossier.person, dossier.employer, edition.introduction_routes
    if employer.youth_union is None:
        yield warn(
            "ELG-6", _("Chưa ghi nơi làm việc có tổ chức Đoàn hay không."), routes, clears="employer.youth_union"
        )
        youth_expected = dossier.route is Route.YOUTH_PLUS_ONE
    else:
        youth_expected = employer.youth_union
    if youth_expected:
        if not person.youth_member:
            yield refuse(
                "ELG-6",
                _("Người trong độ tuổi thanh niên ở nơi có tổ chức Đoàn phải là đoàn viên Đoàn TNCS Hồ Chí Minh."),
                routes,
                clears="person.youth_member",
            )
        if dossier.route is not Route.YOUTH_PLUS_ONE:
            yield refuse(
                "ELG-6",
                _("Đoàn viên do ban chấp hành đoàn cơ sở và một đảng viên chính thức giới thiệu."),
                routes,
                clears="route",
            )
        return
    if dossier.route is Route.YOUTH_PLUS_ONE:
        yield refuse("ELG-6", _("Nơi làm việc không có tổ chức Đoàn để giới thiệu."), routes, clears="route")
    if employer.union is False:
        return
    if not person.union_member:
        yield refuse(
            "ELG-6",
            _("Người trong độ tuổi thanh niên ở nơi không có tổ chức Đoàn phải là đoàn viên công đoàn."),
            routes,
            clears="person.union_member",
        )
    if employer.union and dossier.route is Route.TWO_MEMBERS:
        yield refuse(
            "ELG-6",
            _("Đoàn viên công đoàn do ban chấp hành công đoàn cơ sở và một đảng viên chính thức giới thiệu."),
            routes,
            clears="route",
        )


def _older_union_route(dossier: Dossier, edition: Edition) -> Iterator[Finding]:
    if not dossier.person.union_member:
        yield refuse(
            "ELG-6",
            _("Công đoàn cơ sở chỉ giới thiệu đoàn viên công đoàn."),
            edition.introduction_routes,
            clears="person.union_member",
        )
    if not dossier.policies.union_route_over_youth_age:
        yield warn(
            "ELG-6",
            _("Người quá %(age)d tuổi: Điều lệ nói hai đảng viên chính thức giới thiệu, hồ sơ chọn công đoàn và một."),
            edition.union_route_over_youth_age,
            clears="route",
            age=edition.youth_age_last.value,
        )


def introduced(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ELG-6: as many introducers and letters (3-KNĐ) as the route asks, and the resolution (4/4A-KNĐ)."""
    if dossier.route is None:
        return
    needed = MEMBERS_NEEDED[dossier.route]
    if len(dossier.introducers) < needed:
        yield refuse(
            "ELG-6",
            _("Cần %(needed)d đảng viên chính thức giới thiệu; mới có %(given)d."),
            edition.introduction_routes,
            clears="introducers",
            needed=needed,
            given=len(dossier.introducers),
        )
    letters = len(dossier.papers_by("introduction_letter", on))
    if letters < needed:
        yield refuse(
            "ELG-6",
            _("Cần %(needed)d giấy giới thiệu người vào Đảng (mẫu 3-KNĐ); mới có %(given)d."),
            edition.introduction_letter,
            clears="papers.introduction_letter",
            needed=needed,
            given=letters,
        )
    resolution = RESOLUTIONS.get(dossier.route)
    if resolution and not dossier.paper_by(resolution, on):
        yield refuse(
            "ELG-6",
            _("Chưa có nghị quyết giới thiệu của %(body)s."),
            edition.introduction_routes,
            clears=f"papers.{resolution}",
            body=_("ban chấp hành đoàn cơ sở (mẫu 4-KNĐ)")
            if resolution == "youth_resolution"
            else _("ban chấp hành công đoàn cơ sở (mẫu 4A-KNĐ)"),
        )


def together_long_enough(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ELG-7: 12 months together by the letter's date; a replacement is exempt (ELG-8)."""
    months = edition.introducer_months
    for number, introducer in enumerate(dossier.introducers):
        if introducer.replacement:
            continue
        clears = f"introducers[{number}].together_since"
        letter_on = _letter_date(dossier, introducer, on)
        if introducer.together_where == "residence" and not edition.residence_counts.value:
            yield refuse(
                "ELG-7",
                _("%(name)s chỉ cùng nơi cư trú; phải cùng công tác, lao động hoặc học tập."),
                edition.residence_counts,
                clears=f"introducers[{number}].together_where",
                name=introducer.name,
            )
        since = introducer.together_since
        if since is None:
            yield refuse(
                "ELG-7",
                _("Chưa ghi %(name)s cùng công tác với người vào Đảng từ ngày nào."),
                months,
                clears=clears,
                name=introducer.name,
            )
        elif add_months(since.date, months.value) > letter_on:
            yield refuse(
                "ELG-7",
                _(
                    "%(name)s mới cùng công tác %(given)d tháng tính đến ngày giới thiệu %(on)s;"
                    " phải đủ %(needed)d tháng."
                ),
                months,
                clears=clears,
                name=introducer.name,
                given=max(full_months(since.date, letter_on), 0),
                needed=months.value,
                on=letter_on,
            )
        elif add_months(since.last_date, months.value) > letter_on:
            yield warn(
                "ELG-7",
                _("Chỉ biết %(name)s cùng công tác từ %(since)s: cần xác nhận đủ %(needed)d tháng."),
                months,
                clears=clears,
                name=introducer.name,
                since=str(since),
                needed=months.value,
            )


def introducers_fit(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ELG-7, ELG-11: full members on the day of the letter, another person, preferably no relative."""
    for number, introducer in enumerate(dossier.introducers):
        clears = f"introducers[{number}].full_from"
        if introducer.full_from is None or introducer.full_from > on:
            yield refuse(
                "ELG-7",
                _("%(name)s chưa là đảng viên chính thức nên không được giới thiệu."),
                edition.introducer_full_member,
                clears=clears,
                name=introducer.name,
            )
        elif introducer.full_from > _letter_date(dossier, introducer, on):
            yield refuse(
                "ELG-11",
                _("%(name)s còn là đảng viên dự bị vào ngày ghi trên giấy giới thiệu."),
                edition.introducer_full_member,
                clears=clears,
                name=introducer.name,
            )
        if introducer.same_person:
            yield refuse(
                "ELG-11",
                _("Không ai được tự giới thiệu mình vào Đảng."),
                edition.introducer_full_member,
                clears=f"introducers[{number}]",
            )
        if introducer.relative:
            yield warn(
                "ELG-11",
                _("%(name)s là người thân của người vào Đảng; nên phân công đảng viên khác."),
                edition.introducer_relative,
                clears=f"introducers[{number}]",
                name=introducer.name,
            )


def _letter_date(dossier: Dossier, introducer: Introducer, on: date) -> date:
    """The date of the introducer's own letter, else of the latest letter, else the day of the act."""
    letters = dossier.papers_by("introduction_letter", on)
    own = [letter for letter in letters if introducer.name and letter.issuer == introducer.name]
    return next((letter.on for letter in (*own, *letters)), on)


def mentored(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ELG-9, ELG-10: a full member helps on the day of the act; a heavy load is told where a limit is set."""
    mentor = dossier.mentor_on(on)
    if mentor is None:
        yield refuse(
            "ELG-9", _("Chưa phân công đảng viên chính thức giúp đỡ."), edition.mentor_full_member, clears="mentors"
        )
        return
    if mentor.full_from is None or mentor.full_from > (mentor.from_on or on):
        yield refuse(
            "ELG-9",
            _("%(name)s không phải đảng viên chính thức vào ngày được phân công giúp đỡ."),
            edition.mentor_full_member,
            clears="mentors",
            name=mentor.name,
        )
    limit = dossier.policies.mentees_warning
    if limit and mentor.mentees is not None and mentor.mentees > limit:
        yield warn(
            "ELG-10",
            _("%(name)s đang giúp đỡ %(given)d người, nhiều hơn mức %(limit)d của cấp ủy."),
            edition.mentor_full_member,
            clears="mentors",
            name=mentor.name,
            given=mentor.mentees,
            limit=limit,
        )
