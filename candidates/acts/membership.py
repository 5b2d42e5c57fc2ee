"""What an act makes of the person as a Party member: on probation, full, no longer one."""

from typing import Any

from candidates.acts.part import Act, Part
from candidates.models import Candidate, StageChange
from people.models import PartyMembership


class ProbationPart(Part):
    """From the ceremony on the person is a probationary member of the cell (ADM-18), whom classes and lists find."""

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        PartyMembership.objects.get_or_create(
            person=candidate.person,
            ended_on=None,
            defaults={
                "cell": candidate.unit,
                "party_path": candidate.party_path,
                "probationary_from": change.on,
                "in_cell_since": change.on,
            },
        )


class FullMemberPart(Part):
    """Full membership counts from the end of the twelve months, however late the decision (PRO-8)."""

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        standing = PartyMembership.objects.filter(person=candidate.person, ended_on=None)
        standing.filter(full_from=None, probationary_from__lte=act["official_on"]).update(full_from=act["official_on"])


class LeavingPart(Part):
    """Struck off, annulled or deceased: nobody is a member any more from that day."""

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        PartyMembership.objects.filter(person=candidate.person, ended_on=None).update(ended_on=change.on)
