"""Small writes about a dossier that move no stage: mentors, introducers, papers, verification, a reveal."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from audit.actions import record
from candidates.actions.advance import dossier_of
from candidates.actions.deadlines import refresh_deadlines
from candidates.actions.errors import Refused
from candidates.dossier import Verification as VerificationFact
from candidates.dossier.rows import introducer as introducer_fact
from candidates.dossier.rows import mentor as mentor_fact
from candidates.models import Candidate, Introduction, MentorAssignment, Paper, Verification
from candidates.papers_register import BY_CODE
from candidates.rules import introducers
from candidates.rules.verification import dates_in_order
from candidates.statute import edition_on
from organizations.permissions import Ability, can


def _locked(candidate, actor, ability=Ability.MAINTAIN_CANDIDATE):
    Candidate.objects.select_for_update().get(pk=candidate.pk)
    candidate = Candidate.objects.with_dossier().get(pk=candidate.pk)
    if not can(actor, ability, candidate.unit):
        raise PermissionDenied
    return candidate


def _touch(candidate):
    """A note may bear any day, even one before the first edition held: deadlines are counted by today's."""
    candidate.version += 1
    candidate.save(update_fields=["version"])
    refresh_deadlines(candidate, on=timezone.localdate())


@transaction.atomic
def assign_mentor(candidate, mentor, *, actor, on, document_number="", replaces=None, reason=""):
    """Assign a full member to help (ELG-9); `replaces` ends an earlier assignment on the same day (ELG-8).

    Raises Refused where the member is not a full one on that day.
    """
    candidate = _locked(candidate, actor)
    proposed = dossier_of(candidate, on).with_act(mentors=(mentor_fact(mentor, from_on=on),))
    findings = [finding for finding in introducers.mentored(proposed, edition_on(on), on) if finding.refuses]
    if findings:
        raise Refused(findings)
    if replaces:
        replaces.to_on, replaces.reason = on, reason
        replaces.save(update_fields=["to_on", "reason"])
    assignment = MentorAssignment.objects.create(
        candidate=candidate,
        party_path=candidate.party_path,
        mentor=mentor,
        from_on=on,
        document_number=document_number,
        is_replacement=replaces is not None,
        reason=reason,
    )
    _touch(candidate)
    record("candidate.assign_mentor", candidate, actor=actor, on=on.isoformat(), mentor=mentor.pk, reason=reason)
    return assignment


@transaction.atomic
def add_introduction(
    candidate, member, *, actor, on, together_since, together_at, is_replacement=False, is_relative=False
):
    """Name an introducing member (ELG-7). Raises Refused where he does not qualify on that day."""
    candidate = _locked(candidate, actor)
    fact = introducer_fact(
        member,
        together_since=together_since,
        together_where=together_at,
        relative=is_relative,
        replacement=is_replacement,
    )
    proposed = dossier_of(candidate, on).with_act(introducers=(fact,))
    edition = edition_on(on)
    findings = [
        finding
        for rule in (introducers.introducers_fit, introducers.together_long_enough)
        for finding in rule(proposed, edition, on)
        if finding.refuses
    ]
    if findings:
        raise Refused(findings)
    introduction = Introduction.objects.create(
        candidate=candidate,
        party_path=candidate.party_path,
        member=member,
        together_since=together_since,
        together_at=together_at,
        is_replacement=is_replacement,
        is_relative=is_relative,
    )
    _touch(candidate)
    record("candidate.add_introduction", candidate, actor=actor, member=member.pk)
    return introduction


@transaction.atomic
def record_paper(
    candidate,
    form_code,
    *,
    actor,
    dated_on,
    number="",
    issuer="",
    state=Paper.State.SIGNED,
    where_kept="",
    supersedes=None,
):
    """File that a paper exists; `supersedes` sets an older one aside without deleting it. Raises KeyError."""
    candidate = _locked(candidate, actor)
    form = BY_CODE[form_code]
    if supersedes:
        supersedes.superseded_at = timezone.now()
        supersedes.save(update_fields=["superseded_at"])
    paper = Paper.objects.create(
        candidate=candidate,
        party_path=candidate.party_path,
        form_code=form.code,
        dated_on=dated_on,
        number=number,
        issuer=issuer,
        state=state,
        where_kept=where_kept,
    )
    _touch(candidate)
    record("candidate.record_paper", candidate, actor=actor, form=form.code, number=number, on=dated_on.isoformat())
    return paper


@transaction.atomic
def request_verification(candidate, *, actor, addressee, sent_on, request_number="", received_on=None, is_abroad=False):
    """Record that the personal record was sent to be verified; the answer is due from its receipt (ADM-6).

    Raises Refused where it was received before it was sent.
    """
    candidate = _locked(candidate, actor)
    today = timezone.localdate()
    fact = VerificationFact(sent_on=sent_on, received_on=received_on, abroad=is_abroad)
    findings = list(dates_in_order(dossier_of(candidate, today).with_act(verification=fact), edition_on(today), today))
    if findings:
        raise Refused(findings)
    verification = Verification.objects.create(
        candidate=candidate,
        party_path=candidate.party_path,
        addressee=addressee,
        request_number=request_number,
        sent_on=sent_on,
        received_on=received_on,
        is_abroad=is_abroad,
    )
    _touch(candidate)
    record("candidate.request_verification", candidate, actor=actor, on=sent_on.isoformat())
    return verification


@transaction.atomic
def reveal_identity(person, *, actor, reason, candidate=None):
    """Return the whole identity number, once, and record who saw it and why. Raises PermissionDenied."""
    unit = candidate.unit if candidate else person.unit
    if not can(actor, Ability.REVEAL_IDENTITY, unit):
        raise PermissionDenied
    record("person.reveal_identity", candidate or person, actor=actor, reason=reason, person=person.pk)
    return person.identity_number
