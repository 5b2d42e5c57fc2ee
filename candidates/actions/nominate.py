"""Opening a candidacy: a mass organisation or a Party unit puts a person forward."""

from dataclasses import asdict, dataclass, replace

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audit.actions import record
from candidates.actions.advance import dossier_of, finding_row, findings_to_keep
from candidates.actions.deadlines import refresh_deadlines
from candidates.actions.errors import Refused
from candidates.models import Candidate, StageChange
from candidates.rules.finding import refuse
from candidates.stages import Stage
from candidates.statute import edition_on
from organizations.models import LabourClass, Organization
from organizations.permissions import Ability, can


@dataclass(frozen=True)
class Resolution:
    """The executive committee's resolution: its number and its vote, as in the minutes (ELG-6)."""

    number: str = ""
    committee_size: int | None = None
    in_favour: int | None = None
    against: int = 0

    @property
    def vote(self):
        counts = asdict(self)
        del counts["number"]
        return {name: value for name, value in counts.items() if value is not None}


@transaction.atomic
def nominate(
    *,
    person,
    unit,
    actor,
    on,
    introduced_by=None,
    route="",
    labour_class=LabourClass.DIRECT,
    reason="",
    resolution=None,
    override_reason="",
):
    """Open the candidacy of a person at a Party unit and return it.

    The actor must hold `nominate` at the mass organisation that introduces, or at the unit itself.
    Raises PermissionDenied, or Refused with every finding.
    """
    if not any(can(actor, Ability.NOMINATE, place) for place in (introduced_by, unit) if place):
        raise PermissionDenied
    resolution = resolution or Resolution()
    _place(person, unit, introduced_by)
    candidate, change = open_candidacy(
        person,
        unit,
        introduced_by,
        actor=actor,
        on=on,
        route=route,
        labour_class=labour_class,
        reason=reason,
        resolution=resolution,
        override_reason=override_reason.strip(),
    )
    candidate = Candidate.objects.with_dossier().get(pk=candidate.pk)
    dossier = dossier_of(candidate, on)
    # Judged as what opens a candidacy, although its row stands already: the rules read it from there.
    findings = findings_to_keep(replace(dossier, stage=None), "nominate", on, override_reason)
    if findings:
        StageChange.objects.filter(pk=change.pk).update(findings=[finding_row(finding) for finding in findings])
    refresh_deadlines(candidate, on=on, policies=dossier.policies)
    record("candidate.nominate", candidate, actor=actor, on=on.isoformat(), by=str(introduced_by or unit))
    return candidate


def open_candidacy(
    person, unit, introduced_by, *, actor, on, route, labour_class, reason, resolution, override_reason=""
):
    """Write the rows that open a candidacy, unjudged, and return it with its first StageChange.

    For `nominate`, and for histories that are entered whole; nobody else.
    """
    candidate = Candidate.objects.create(
        person=person,
        unit=unit,
        party_path=unit.path,
        introduced_by=introduced_by,
        mass_path=introduced_by.path if introduced_by else "",
        stage=Stage.INTRODUCED.value,
        stage_since=on,
        route=route,
        labour_class=labour_class,
        reason=reason,
        opened_on=on,
        is_demo=person.is_demo,
    )
    body = introduced_by or unit
    change = StageChange.objects.create(
        candidate=candidate,
        party_path=candidate.party_path,
        mass_path=candidate.mass_path,
        transition="nominate",
        to_stage=Stage.INTRODUCED.value,
        on=on,
        organization=body,
        organization_name=Organization.objects.name_on(body, on),
        document_number=resolution.number,
        document_on=on,
        labour_class=labour_class,
        edition=edition_on(on).key,
        override_reason=override_reason,
        facts={"vote": resolution.vote} if resolution.in_favour is not None else {},
        actor=actor,
        actor_name=str(actor),
    )
    return candidate, change


def _place(person, unit, introduced_by):
    """Let the unit that considers the person, and the organisation that introduced him, see his record."""
    person.unit = unit
    person.party_path = unit.path
    if introduced_by:
        person.mass_unit = introduced_by
        person.mass_path = introduced_by.path
    person.save()


def _too_early(on, nominated_on):
    return refuse(
        "ADM-0b",
        _("Ngày %(on)s sớm hơn bước trước đó, ngày %(done_on)s."),
        edition_on(timezone.localdate()).date_order,
        clears="on",
        on=on,
        done_on=nominated_on,
    )


@transaction.atomic
def assign_unit(candidate, unit, *, actor, on):
    """Pass a nominee to the cell that is to consider him (ELG-13); he must not be on a source list yet.

    Raises PermissionDenied unless the office covers both the present unit and the new one, and Refused for a day
    before the nomination.
    """
    candidate = Candidate.objects.select_for_update().select_related("unit", "person").get(pk=candidate.pk)
    if not all(can(actor, Ability.MAINTAIN_CANDIDATE, place) for place in (candidate.unit, unit)):
        raise PermissionDenied
    if candidate.stage != Stage.INTRODUCED or not unit.is_cell:
        raise PermissionDenied
    if on < candidate.stage_since:
        raise Refused([_too_early(on, candidate.stage_since)])
    before = candidate.unit
    candidate.unit, candidate.party_path = unit, unit.path
    candidate.version += 1
    candidate.save()
    _place(candidate.person, unit, None)
    record("candidate.assign_unit", candidate, actor=actor, on=on.isoformat(), before=str(before), after=str(unit))
    return candidate
