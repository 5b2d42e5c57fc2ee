"""What a kind of class asks for, where a local decision says otherwise."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit import actions as audit
from organizations.permissions import Ability, can
from organizations.scope import acting_office
from training.models import Curriculum


@transaction.atomic
def change_curriculum(curriculum, *, actor, **columns):
    """Set the least share of sessions (per cent), its source and whether that was checked; planned classes keep theirs.

    For training staff of the root alone: there is one curriculum a kind in the whole tree.
    """
    if not can(actor, Ability.MANAGE_TRAINING) or acting_office(actor).organization.parent_id is not None:
        raise PermissionDenied
    curriculum = Curriculum.objects.select_for_update().get(pk=curriculum.pk)
    before = {name: getattr(curriculum, name) for name in columns}
    for name, value in columns.items():
        setattr(curriculum, name, value)
    curriculum.save(update_fields=list(columns))
    audit.record("curriculum.change", curriculum, actor=actor, before=before, after=columns)
    return curriculum
