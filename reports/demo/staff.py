"""The accounts of the demo, one for each role, and the Party members of every cell."""

import datetime

from django.contrib.auth.hashers import make_password

from accounts.models import User
from organizations.models import Assignment, Organization, Role
from people.fields import IDENTITY, blind_index
from people.models import PartyMembership, Person
from people.names import search_text, sort_key
from reports.demo.names import invent

PASSWORD = "tao-nguon-2026"  # noqa: S105 printed to everybody who tries the demo; refused where DEBUG is off

ACCOUNTS = (
    ("bithu", "Trần Thị Bí Thư", Role.CELL_SECRETARY, "cell"),
    ("danguy", "Lê Văn Cơ Sở", Role.BASE_OFFICER, "base"),
    ("bantochuc", "Nguyễn Minh Tổ Chức", Role.BLOC_OFFICER, "root"),
    ("lanhdao", "Phạm Quốc Lãnh Đạo", Role.LEADER, "root"),
    ("congdoan", "Võ Thị Công Đoàn", Role.UNION_OFFICER, "union"),
    ("doanthanhnien", "Hồ Đức Thanh Niên", Role.YOUTH_OFFICER, "youth_union"),
    ("boiduong", "Đỗ Ngọc Bồi Dưỡng", Role.TRAINING_OFFICER, "root"),
    ("kiemtra", "Bùi Văn Kiểm Tra", Role.INSPECTOR, "root"),
    ("quantri", "Đặng Hữu Quản Trị", Role.ADMINISTRATOR, "root"),
)


def home_of_the_demo():
    """The base organisation whose staff the accounts are: one with workers, cells, a union and a youth union."""
    bases = Organization.objects.filter(kind="base_committee", sector="non_state").order_by("code")
    for base in bases.prefetch_related("mass_organizations"):
        lines = {unit.line for unit in base.mass_organizations.all()}
        if {"union", "youth_union"} <= lines:
            return base
    raise LookupError("no base committee with both a union and a youth union")


def make_accounts(base, *, today):
    """Users by name, each with one office and acting in it."""
    mass = {unit.line: unit for unit in base.mass_organizations.all()}
    root = base.parent
    places = {"root": root, "base": base, "cell": base.children.order_by("code")[0], **mass}
    users, hashed = {}, make_password(PASSWORD)
    for username, full_name, role, place in ACCOUNTS:
        user = User(
            username=username,
            full_name=full_name,
            position=f"{role.label}, {places[place]}"[:160],
            is_demo=True,
            must_change_password=False,
        )
        user.password = hashed
        user.save()
        user.acting = Assignment.objects.create(
            user=user, role=role, organization=places[place], from_on=today - datetime.timedelta(days=4 * 365)
        )
        users[username] = user
    return users


def make_person(invented, unit, ethnicities, **fields):
    """An unsaved person of the demo, with the keys that follow from name and number."""
    return Person(
        full_name=invented.full_name,
        sort_key=sort_key(invented.full_name),
        search_text=search_text(invented.full_name),
        sex=invented.sex,
        born_on=invented.born_on,
        identity_number=invented.identity_number,
        identity_hash=blind_index(invented.identity_number, purpose=IDENTITY),
        ethnicity=ethnicities[invented.ethnicity_code],
        unit=unit,
        party_path=unit.path,
        is_demo=True,
        **fields,
    )


def make_members(random, cells, ethnicities, *, today, taken):
    """Full members, and now and then a probationary one, in every cell: {cell id: [full member, …]}.

    Each person carries his party_memberships as if prefetched, so that rules ask nothing more.
    """
    people, facts = [], []
    for cell in cells:
        for place in range(random.randint(4, 6)):
            invented = invent(random, youngest=26, oldest=55, today=today, taken=taken)
            people.append(make_person(invented, cell, ethnicities, schooling_grade=12))
            joined = today - datetime.timedelta(days=random.randint(6 * 365, 15 * 365))
            facts.append((cell, joined, place))
    Person.objects.bulk_create(people)
    memberships = [
        PartyMembership(
            person=person,
            cell=cell,
            party_path=cell.path,
            probationary_from=joined,
            full_from=joined + datetime.timedelta(days=365),
            in_cell_since=joined + datetime.timedelta(days=365 if place % 2 else 0),
        )
        for person, (cell, joined, place) in zip(people, facts, strict=True)
    ]
    PartyMembership.objects.bulk_create(memberships)
    members: dict[int, list[Person]] = {}
    for person, membership in zip(people, memberships, strict=True):
        person._prefetched_objects_cache = {"party_memberships": [membership]}
        members.setdefault(membership.cell_id, []).append(person)
    return members
