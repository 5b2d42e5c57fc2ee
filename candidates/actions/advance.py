"""Moving a candidacy from stage to stage: the only place that writes `Candidate.stage`."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit.actions import record
from audit.language import of_record
from candidates.actions.deadlines import refresh_deadlines
from candidates.actions.errors import Refused, Stale
from candidates.acts import ACTS
from candidates.dossier import Body, rows
from candidates.models import Candidate, StageChange
from candidates.pipeline import EXITS, TRANSITIONS, judge
from candidates.policies import policies_for
from candidates.rules.votes import deciding_body
from candidates.stages import Stage
from candidates.statute import edition_on
from organizations.models import Organization
from organizations.permissions import can

ENDINGS = frozenset({Stage.RECOGNISED, *(row.target for row in EXITS)})


def dossier_of(candidate, on):
    """The facts of a candidacy on a day, with the policies of its unit."""
    return rows.of(candidate, on=on, policies=policies_for(candidate.unit))


def preview(candidate, code, *, on, act=None, drafts=None):
    """What would stand against the act, without writing. The candidate must come `with_dossier`."""
    dossier = ACTS[code].overlay(dossier_of(candidate, on), act or {}, on)
    return judge(dossier, code, on, drafts=drafts)


@transaction.atomic
def advance(candidate, code, *, actor, on, act=None, override_reason="", expected_version=None):
    """Do one act of the pipeline and return its StageChange.

    `act` holds the fields of `ACTS[code]` by name. Raises PermissionDenied where the actor's office
    may not, Stale where `expected_version` is no longer the dossier's, Refused with every finding
    where the rules stand against it or warn and no `override_reason` was given.
    """
    act = act or {}
    # Lock first, read afterwards: the rules must judge what the lock protects.
    Candidate.objects.select_for_update().get(pk=candidate.pk)
    candidate = Candidate.objects.with_dossier().get(pk=candidate.pk)
    transition = TRANSITIONS[code]
    before = dossier_of(candidate, on)
    if not can(actor, transition.ability, authority(candidate.unit, code, on)):
        raise PermissionDenied
    if expected_version is not None and expected_version != candidate.version:
        raise Stale([c for c in candidate.stage_changes.all() if c.candidate_version > expected_version])

    after = ACTS[code].overlay(before, act, on)
    findings = findings_to_keep(after, code, on, override_reason)
    change = write_act(candidate, code, after, act, findings, override_reason.strip(), actor=actor, on=on)
    refresh_deadlines(candidate, on=on, policies=before.policies)
    record(
        f"candidate.{code}",
        candidate,
        actor=actor,
        reason=change.override_reason,
        on=on.isoformat(),
        stage=candidate.stage,
        edition=change.edition,
        findings=[finding.rule for finding in findings],
    )
    return change


def findings_to_keep(dossier, code, on, override_reason):
    """The warnings an act goes on in spite of, in the language of record.

    Raises Refused with every finding, in the reader's language, where one refuses or no reason was given.
    """
    findings = judge(dossier, code, on)
    if any(finding.refuses for finding in findings) or (findings and not override_reason.strip()):
        raise Refused(findings)
    with of_record():
        return judge(dossier, code, on) if findings else []


def write_act(candidate, code, dossier, act, findings, override_reason, *, actor, on, from_paper_record=False):
    """Write a judged act: its StageChange, what its parts leave behind, and the candidacy's own row.

    For `advance`, and for histories that are entered whole and judged act by act; nobody else.
    """
    transition = TRANSITIONS[code]
    body = authority(candidate.unit, code, on)
    change = StageChange.objects.create(
        candidate=candidate,
        party_path=candidate.party_path,
        mass_path=candidate.mass_path,
        transition=code,
        from_stage=candidate.stage,
        to_stage=transition.target.value,
        on=on,
        organization=body,
        organization_name=Organization.objects.name_on(body, on),
        document_number=_document_number(transition, act),
        document_on=on,
        labour_class=candidate.labour_class,
        edition=edition_on(on).key,
        findings=[finding_row(finding) for finding in findings],
        override_reason=override_reason,
        facts=_facts(dossier, code, act),
        note=act.get("note") or "",
        from_paper_record=from_paper_record,
        candidate_version=candidate.version + 1,
        actor=actor,
        actor_name=str(actor),
    )
    for part in ACTS[code].parts:
        part.write(candidate, change, act, actor=actor)
    candidate.stage = transition.target.value
    candidate.stage_since = on
    candidate.closed_on = on if transition.target in ENDINGS else None
    candidate.version += 1
    candidate.save()
    return change


def authority(unit, code, on):
    """The unit whose office must do the act: the cell, its base committee, or whoever decides (ADM-12)."""
    ability = TRANSITIONS[code].ability
    if ability == "record_committee_vote":
        return unit.base
    if ability == "decide":
        base = unit.base
        body = deciding_body(rows.unit_of(unit), edition_on(on))
        return base.parent or base if body is Body.STANDING_BOARD else base
    return unit


def finding_row(finding):
    """A finding as it is kept with the act and given by the interfaces."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": str(finding.message),
        "citation": str(finding.citation),
        "clears": finding.clears,
        "unverified": finding.unverified,
    }


def _document_number(transition, act):
    made = [act.get(f"{code}_number") for code in transition.papers if f"{code}_number" in act]
    return act.get("document_number") or next((number for number in reversed(made) if number), "")


def _facts(dossier, code, act):
    """What was entered, as JSON: persons by number, days as ISO text."""
    facts = {}
    for name, value in act.items():
        if value in (None, "", False):
            continue
        if isinstance(value, datetime.date):
            value = value.isoformat()
        facts[name] = getattr(value, "pk", value)
    if code in dossier.votes and dossier.votes[code].body:
        facts["body"] = dossier.votes[code].body.value
    return facts
