"""What stands in the way of an act on the trees: each function yields every reason, in words for the screen."""

import re

from django.db import models
from django.utils.translation import gettext as _

from organizations.models import PATH_LENGTH, Line, Organization

Kind = Organization.Kind
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")

LINE_OF_KIND = {
    Kind.ROOT: Line.PARTY,
    Kind.BASE_COMMITTEE: Line.PARTY,
    Kind.BASE_CELL: Line.PARTY,
    Kind.SECTIONAL_COMMITTEE: Line.PARTY,
    Kind.CELL: Line.PARTY,
    Kind.UNION_UPPER: Line.UNION,
    Kind.UNION_BASE: Line.UNION,
    Kind.YOUTH_UPPER: Line.YOUTH_UNION,
    Kind.YOUTH_BASE: Line.YOUTH_UNION,
}
# Which kinds may stand above a kind; None is the top of a tree.
# Điều lệ Đảng, Điều 10 and 21 to 24; Điều lệ Công đoàn and Điều lệ Đoàn for the other two lines.
KINDS_ABOVE: dict[str, set[str | None]] = {
    Kind.ROOT: {None, Kind.ROOT},
    Kind.BASE_COMMITTEE: {Kind.ROOT},
    Kind.BASE_CELL: {Kind.ROOT},
    Kind.SECTIONAL_COMMITTEE: {Kind.BASE_COMMITTEE},
    Kind.CELL: {Kind.BASE_COMMITTEE, Kind.SECTIONAL_COMMITTEE},
    Kind.UNION_UPPER: {None, Kind.UNION_UPPER},
    Kind.UNION_BASE: {None, Kind.UNION_UPPER, Kind.UNION_BASE},
    Kind.YOUTH_UPPER: {None, Kind.YOUTH_UPPER},
    Kind.YOUTH_BASE: {None, Kind.YOUTH_UPPER, Kind.YOUTH_BASE},
}


def path_under(parent, code):
    """The path of a unit with this code beneath the parent."""
    return f"{parent.path if parent else '/'}{code.lower()}/"


def misplaced(kind, parent, on):
    above = KINDS_ABOVE[kind]
    if parent is None:
        if None not in above:
            yield _("%(kind)s phải trực thuộc một tổ chức cấp trên.") % {"kind": Kind(kind).label}
        return
    if LINE_OF_KIND[kind] != parent.line:
        yield _("%(parent)s thuộc hệ thống tổ chức khác.") % {"parent": parent}
    elif parent.kind not in above:
        yield _("%(kind)s không thể trực thuộc %(parent)s (%(above)s).") % {
            "kind": Kind(kind).label,
            "parent": parent,
            "above": parent.get_kind_display(),
        }
    if parent.closed_on and parent.closed_on <= on:
        yield _("%(parent)s đã kết thúc hoạt động từ ngày %(day)s.") % {
            "parent": parent,
            "day": f"{parent.closed_on:%d/%m/%Y}",
        }


def unusable_code(unit):
    if not CODE.fullmatch(unit.code):
        yield _("Mã chỉ gồm chữ không dấu, số, dấu chấm, gạch ngang và gạch dưới.")
    elif Organization.objects.filter(models.Q(code__iexact=unit.code) | models.Q(path=unit.path)).exists():
        yield _("Mã %(code)s đã có tổ chức khác dùng.") % {"code": unit.code}
    if len(unit.path) > PATH_LENGTH:
        yield _("Cây tổ chức quá sâu.")


def unmovable(unit, parent, on):
    if parent.path.startswith(unit.path):
        yield _("Không thể chuyển %(unit)s về chính nó hoặc về tổ chức trực thuộc nó.") % {"unit": unit}
        return
    if parent.pk == unit.parent_id:
        yield _("%(unit)s đang trực thuộc %(parent)s.") % {"unit": unit, "parent": parent}
    yield from misplaced(unit.kind, parent, on)
    longest = Organization.objects.under(unit).aggregate(longest=models.Max(models.functions.Length("path")))["longest"]
    if longest - len(unit.path) + len(path_under(parent, unit.code)) > PATH_LENGTH:
        yield _("Cây tổ chức quá sâu.")


def unclosable(unit, successor):
    for child in unit.children.filter(closed_on=None):
        yield _("Còn tổ chức trực thuộc đang hoạt động: %(child)s.") % {"child": child}
    if successor is None:
        return
    if successor.path.startswith(unit.path):
        yield _("Tổ chức kế thừa phải là tổ chức khác.")
    if successor.line != unit.line:
        yield _("%(parent)s thuộc hệ thống tổ chức khác.") % {"parent": successor}
    if successor.closed_on:
        yield _("%(unit)s đã kết thúc hoạt động từ ngày %(day)s.") % {
            "unit": successor,
            "day": f"{successor.closed_on:%d/%m/%Y}",
        }


def closed(unit):
    if unit.closed_on:
        yield _("%(unit)s đã kết thúc hoạt động từ ngày %(day)s.") % {
            "unit": unit,
            "day": f"{unit.closed_on:%d/%m/%Y}",
        }


def before_current(unit, on):
    current = unit.placements.filter(to_on=None).first()
    since = current.from_on if current else unit.founded_on
    if since and on < since:
        yield _("Ngày có hiệu lực không được trước ngày %(day)s của lần thay đổi gần nhất.") % {
            "day": f"{since:%d/%m/%Y}"
        }
