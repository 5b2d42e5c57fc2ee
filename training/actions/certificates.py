"""Certificates: given by our classes, entered from elsewhere, taken back."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit import actions as audit
from training import permissions, rules
from training.actions.refusal import refuse_if
from training.models import Certificate, CertificateRegister

UNIT_LENGTH = Certificate._meta.get_field("unit_name").max_length


@transaction.atomic
def register_external_certificate(person, *, actor, on, kind, number, issued_on, issuer):
    """Enter a certificate that somebody else issued, for a person of one's own (TRN-4)."""
    if not permissions.may_certify(actor, person):
        raise PermissionDenied
    known = Certificate.objects.filter(person=person, kind=kind, number=number, issued_on=issued_on)
    refuse_if(rules.may_be_registered(on, issued_on, known.exists()))
    certificate = Certificate.objects.create(
        person=person,
        party_path=person.party_path,
        kind=kind,
        number=number,
        issued_on=issued_on,
        issuer=issuer,
        unit_name=person.unit.with_base[:UNIT_LENGTH],
    )
    audit.record("certificate.register", certificate, actor=actor, person=person.pk)
    return certificate


@transaction.atomic
def revoke_certificate(certificate, *, actor, on, reason):
    """Take a certificate back; the row stays, with the day and the reason."""
    rows = Certificate.objects.select_for_update(of=("self",))
    certificate = rows.select_related("person__unit", "enrollment__course__organization").get(pk=certificate.pk)
    if not permissions.may_revoke(actor, certificate):
        raise PermissionDenied
    refuse_if(rules.may_be_revoked(on, certificate.issued_on, certificate.revoked_on, reason))
    certificate.revoked_on, certificate.revoked_reason = on, reason.strip()
    certificate.save(update_fields=["revoked_on", "revoked_reason"])
    audit.record("certificate.revoke", certificate, actor=actor, reason=certificate.revoked_reason)
    return certificate


def issue(enrollments, *, issuer, on):
    """Give each of the passed learners the next number of the issuer's book of the year, in the order given."""
    CertificateRegister.objects.get_or_create(issuer=issuer, year=on.year)
    register = CertificateRegister.objects.select_for_update().get(issuer=issuer, year=on.year)
    issued = [
        Certificate(
            person=row.person,
            party_path=row.party_path,
            kind=row.course.kind,
            number=f"{register.last_number + place:03}/{on.year}-GCN",
            issued_on=on,
            issuer=issuer,
            unit_name=row.person.unit.with_base[:UNIT_LENGTH] if row.person.unit else "",
            enrollment=row,
        )
        for place, row in enumerate(enrollments, start=1)
    ]
    register.last_number += len(issued)
    register.save(update_fields=["last_number"])
    return Certificate.objects.bulk_create(issued)
