"""The acts of worked example A, with the days and numbers of its papers, as a clerk would enter them."""

import datetime

from candidates import actions
from candidates.models import Candidate
from people.models import Employment, Membership
from tests.cast import make_member, make_person

DAY = datetime.date


def steps_of(cast, mentor):
    """The acts after the nomination as (transition, actor, day, act), in order."""
    secretary, base, officer = cast.secretary, cast.base_officer, cast.officer
    return [
        ("list", secretary, DAY(2022, 3, 5), {"mentor": mentor, "document_number": "05-NQ/CB"}),
        (
            "finish_class",
            secretary,
            DAY(2022, 5, 27),
            {
                "certificate_number": "45/GCN",
                "certificate_on": DAY(2022, 5, 27),
                "certificate_issuer": "Trung tâm Chính trị",
            },
        ),
        (
            "apply",
            secretary,
            DAY(2023, 3, 20),
            {"application_on": DAY(2023, 3, 6), "personal_record_on": DAY(2023, 3, 20)},
        ),
        (
            "verify",
            secretary,
            DAY(2023, 4, 25),
            {
                "sent_on": DAY(2023, 3, 27),
                "received_on": DAY(2023, 3, 27),
                "answered_on": DAY(2023, 4, 25),
                "is_certified": True,
                "addressee": "Đảng ủy xã",
                "request_number": "12-CV/ĐU",
            },
        ),
        (
            "consult",
            secretary,
            DAY(2023, 5, 12),
            {
                "route": Candidate.Route.UNION_PLUS_ONE,
                "introducer_1": mentor,
                "together_since_1": DAY(2021, 3, 1),
                "together_at_1": "work",
                "letter_1_on": DAY(2023, 5, 10),
                "union_resolution_on": DAY(2023, 5, 11),
                "union_resolution_number": "07-NQ/CĐCS",
                "opinions_on": DAY(2023, 5, 12),
            },
        ),
        (
            "propose",
            secretary,
            DAY(2023, 5, 25),
            {
                "members": 12,
                "present": 11,
                "in_favour": 10,
                "against": 1,
                "cell_resolution_number": "11-NQ/CB",
            },
        ),
        (
            "endorse",
            base,
            DAY(2023, 6, 9),
            {"members": 9, "present": 9, "in_favour": 8, "against": 1, "committee_resolution_number": "21-NQ/ĐU"},
        ),
        (
            "decide",
            officer,
            DAY(2023, 7, 20),
            {
                "members": 11,
                "present": 11,
                "in_favour": 10,
                "against": 1,
                "admission_decision_number": "312-QĐ/ĐUK",
            },
        ),
        ("admit", secretary, DAY(2023, 8, 11), {"received_on": DAY(2023, 7, 25)}),
        (
            "propose_recognition",
            secretary,
            DAY(2024, 8, 22),
            {
                "self_review_on": DAY(2024, 8, 12),
                "mentor_comment_on": DAY(2024, 8, 13),
                "probation_opinions_on": DAY(2024, 8, 16),
                "certificate_number": "101/GCN",
                "certificate_on": DAY(2024, 3, 22),
                "certificate_issuer": "Trung tâm Chính trị",
                "members": 13,
                "present": 12,
                "in_favour": 12,
                "recognition_cell_resolution_number": "19-NQ/CB",
            },
        ),
        (
            "endorse_recognition",
            base,
            DAY(2024, 8, 30),
            {"members": 9, "present": 9, "in_favour": 9, "recognition_committee_resolution_number": "30-NQ/ĐU"},
        ),
        (
            "recognise",
            officer,
            DAY(2024, 9, 20),
            {
                "members": 11,
                "present": 11,
                "in_favour": 9,
                "against": 2,
                "recognition_decision_number": "401-QĐ/ĐUK",
                "official_on": DAY(2024, 8, 11),
                "party_age_from": DAY(2023, 7, 20),
            },
        ),
    ]


class ExampleA:
    """Nguyễn Thị Hồng Thắm, from the union's resolution of 20/02/2022 to full membership as of 11/08/2023 + 12 months.

    `steps` are (transition, actor, day, act) in order; `until` runs them up to a transition and stops before it.
    """

    def __init__(self, cast, *, name="Nguyễn Thị Hồng Thắm", born_on=DAY(1996, 8, 14), number="060196004521"):
        self.cast = cast
        self.mentor = make_member("Trần Văn Long Hai", cast.cell)
        self.person = make_person(name, unit=cast.committee, mass_unit=cast.union, born_on=born_on)
        self.person.identity_number = number
        self.person.schooling_grade = 12
        self.person.save()
        Employment.objects.create(
            person=self.person,
            enterprise=cast.enterprise,
            labour_class="direct",
            from_on=DAY(2021, 3, 1),
            job_title="Công nhân may",
        )
        Membership.objects.create(person=self.person, kind="union", from_on=DAY(2021, 4, 10), organization=cast.union)
        self.steps = steps_of(cast, self.mentor)

    def nominate(self, *, override_reason=""):
        candidate = actions.nominate(
            person=self.person,
            unit=self.cast.committee,
            introduced_by=self.cast.union,
            labour_class="direct",
            reason="Lao động giỏi ba năm liền",
            resolution=actions.Resolution(number="02-NQ/CĐCS", committee_size=7, in_favour=7),
            actor=self.cast.unionist,
            on=DAY(2022, 2, 20),
            override_reason=override_reason,
        )
        return actions.assign_unit(candidate, self.cast.cell, actor=self.cast.base_officer, on=DAY(2022, 2, 25))

    def step(self, code):
        """The (actor, day, act) of one transition; the act is a copy to be spoilt freely."""
        return next((actor, day, dict(act)) for name, actor, day, act in self.steps if name == code)

    def do(self, candidate, code, **changes):
        actor, day, act = self.step(code)
        return actions.advance(candidate, code, actor=actor, on=changes.pop("on", day), act=act | changes)

    def until(self, code=None, *, override_reason=""):
        """A candidacy that has come up to, but not through, the transition; the whole way without one.

        `override_reason` is what the nomination was entered with.
        """
        candidate = self.nominate(override_reason=override_reason)
        for name, *_rest in self.steps:
            if name == code:
                break
            self.do(candidate, name)
        return Candidate.objects.get(pk=candidate.pk)
