"""What stands beside the trees: enterprises, head counts, days declared otherwise."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from audit.actions import record
from exchange.folding import search_text
from organizations.actions.manner import must_manage, record_act, refuse_if
from organizations.models import Enterprise, HolidayOverride, Strength
from organizations.permissions import Ability, can


@transaction.atomic
def register_enterprise(*, code, name, actor, on, **facts):
    """Add an employer to the register and return it. `facts`: ownership, industry, place, area."""
    _must_manage_registers(actor)
    if Enterprise.objects.filter(code__iexact=code).exists():
        refuse_if([_("Mã %(code)s đã có trong danh mục.") % {"code": code}])
    enterprise = Enterprise.objects.create(code=code, name=name, search_text=_enterprise_text(name, code), **facts)
    record("enterprise.register", enterprise, actor=actor, on=on.isoformat())
    return enterprise


@transaction.atomic
def change_enterprise(enterprise, *, actor, on, **facts):
    """Correct what the register says of an employer: name, ownership, industry, place, area, closed_on."""
    _must_manage_registers(actor)
    enterprise = Enterprise.objects.select_for_update().get(pk=enterprise.pk)
    changed = {name: value for name, value in facts.items() if value != getattr(enterprise, name)}
    before = {name: str(getattr(enterprise, name) or "") for name in changed}
    for name, value in changed.items():
        setattr(enterprise, name, value)
    enterprise.search_text = _enterprise_text(enterprise.name, enterprise.code)
    enterprise.save(update_fields=[*changed, "search_text"])
    after = {name: str(value or "") for name, value in changed.items()}
    record("enterprise.change", enterprise, actor=actor, on=on.isoformat(), before=before, after=after)
    return enterprise


@transaction.atomic
def record_strength(organization, *, actor, on, **figures):
    """Write the head counts the unit reported for the day, in place of earlier ones for the same day; return them.

    Raises Refused where a part exceeds its whole.
    """
    must_manage(actor, organization)
    refuse_if(_uneven(figures))
    strength, _created = Strength.objects.update_or_create(organization=organization, on=on, defaults=figures)
    record_act("organization.record_strength", organization, actor, on=on, figures=figures)
    return strength


@transaction.atomic
def override_day(*, on_day, is_working, reason, source, actor, on):
    """Declare a day working or free, whatever the calendar says; `source` names the decision that says so."""
    _must_manage_registers(actor)
    override, _created = HolidayOverride.objects.update_or_create(
        on=on_day, defaults={"is_working": is_working, "reason": reason, "source": source}
    )
    record("holiday.override", override, actor=actor, on=on.isoformat(), is_working=is_working, source=source)
    return override


@transaction.atomic
def withdraw_override(override, *, actor, on):
    """Let the calendar speak again for that day."""
    _must_manage_registers(actor)
    record("holiday.withdraw", override, actor=actor, on=on.isoformat(), source=override.source)
    override.delete()


def _must_manage_registers(actor):
    if actor is not None and not can(actor, Ability.MANAGE_ORGANIZATION):
        raise PermissionDenied


def _enterprise_text(name, code):
    return " ".join(filter(None, map(search_text, (name, code))))[:300]


def _uneven(figures):
    parts = [
        ("full_members", "members", _("Đảng viên chính thức nhiều hơn tổng số đảng viên.")),
        ("worker_members", "members", _("Đảng viên là công nhân nhiều hơn tổng số đảng viên.")),
        ("direct_workers", "employees", _("Công nhân trực tiếp nhiều hơn tổng số lao động.")),
    ]
    for part, whole, finding in parts:
        if (figures.get(part) or 0) > (figures.get(whole) or 0):
            yield finding
