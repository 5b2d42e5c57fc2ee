"""The cast: the units and people that most tests speak of.

/duk/                 Đảng bộ Khối (root)         officer, leader, trainer, inspector, admin
/duk/may/             Đảng bộ Công ty May          base_officer
/duk/may/may.1/       Chi bộ Xưởng 1               secretary
/duk/may/may.2/       Chi bộ Xưởng 2               (mentor and introducer belong here)
/duk/so/              Chi bộ Sở Công Thương        stranger (secretary of another base cell)
/ldld/cd-may/         Công đoàn Công ty May        unionist, in enterprise May
/ldld/cd-khac/        Công đoàn Công ty Khác       rival_unionist
"""

import datetime

import pytest

from accounts.models import User
from candidates.models import Candidate
from organizations.models import Assignment, Enterprise, LabourClass, Line, Organization, Role
from organizations.scope import whole
from people.models import Employment, Membership, PartyMembership, Person
from people.names import search_text, sort_key

DAY = datetime.date
LONG_AGO = DAY(2000, 1, 1)


def make_organization(code, *, parent=None, kind=Organization.Kind.CELL, line=Line.PARTY, name=None, **fields):
    return Organization.objects.create(
        code=code,
        line=line,
        kind=kind,
        name=name or code,
        search_text=search_text(name or code),
        parent=parent,
        path=f"{parent.path if parent else '/'}{code.lower()}/",
        founded_on=fields.pop("founded_on", LONG_AGO),
        **fields,
    )


def make_user(username, role=None, organization=None, **fields):
    """A user with the password "mat-khau-thu" who acts in the one office given."""
    user = User(username=username, full_name=fields.pop("full_name", username), must_change_password=False, **fields)
    user.set_password("mat-khau-thu")
    user.save()
    if role:
        user.acting = Assignment.objects.create(user=user, role=role, organization=organization, from_on=LONG_AGO)
    return user


def make_person(name="Nguyễn Thị Hồng Thắm", *, unit=None, mass_unit=None, **fields):
    defaults = {"sex": Person.Sex.FEMALE, "born_on": DAY(1996, 8, 14)}
    return Person.objects.create(
        full_name=name,
        sort_key=sort_key(name),
        search_text=search_text(name),
        unit=unit,
        party_path=unit.path if unit else "",
        mass_unit=mass_unit,
        mass_path=mass_unit.path if mass_unit else "",
        **defaults | fields,
    )


def make_member(name, cell, *, full_from=DAY(2017, 5, 12), in_cell_since=DAY(2018, 1, 1)):
    """A Party member of the cell; `full_from=None` makes a probationary one."""
    person = make_person(name, unit=cell, born_on=DAY(1985, 3, 2), sex=Person.Sex.MALE)
    PartyMembership.objects.create(
        person=person,
        cell=cell,
        party_path=cell.path,
        probationary_from=DAY(2016, 5, 12) if full_from else DAY(2024, 1, 1),
        full_from=full_from,
        in_cell_since=in_cell_since,
    )
    return person


def make_candidate(name="Nguyễn Thị Hồng Thắm", *, unit, introduced_by=None, stage="introduced", **fields):
    """A candidacy at a stage, set by hand and not by acts: for lists and permissions, not for rules."""
    opened_on = fields.pop("opened_on", DAY(2022, 2, 20))
    person_fields = fields.pop("person", {})
    person = make_person(name, unit=unit, mass_unit=introduced_by, **person_fields)
    return Candidate.objects.create(
        person=person,
        unit=unit,
        party_path=unit.path,
        introduced_by=introduced_by,
        mass_path=introduced_by.path if introduced_by else "",
        stage=stage,
        stage_since=opened_on,
        opened_on=opened_on,
        labour_class=LabourClass.DIRECT,
        **fields,
    )


def make_worker(name, enterprise, *, unit, introduced_by=None, hired_on=DAY(2021, 3, 1), joined_on=DAY(2021, 4, 10)):
    """A person employed as a direct worker and a member of the union."""
    person = make_person(name, unit=unit, mass_unit=introduced_by)
    Employment.objects.create(
        person=person,
        enterprise=enterprise,
        labour_class=LabourClass.DIRECT,
        from_on=hired_on,
        job_title="Công nhân may",
    )
    Membership.objects.create(person=person, kind="union", from_on=joined_on, organization=introduced_by)
    return person


class Cast:
    """Everybody and every unit of the docstring, as attributes."""

    def __init__(self):
        kind = Organization.Kind
        self.enterprise = Enterprise.objects.create(
            code="MAY", name="Công ty CP May Hàm Kiệm", search_text="cong ty cp may ham kiem"
        )
        self.root = make_organization("DUK", kind=kind.ROOT, name="Đảng bộ Khối Cơ quan và Doanh nghiệp tỉnh")
        self.committee = make_organization(
            "MAY", parent=self.root, kind=kind.BASE_COMMITTEE, name="Đảng bộ Công ty May", enterprise=self.enterprise
        )
        self.cell = make_organization("MAY.1", parent=self.committee, name="Chi bộ Xưởng 1")
        self.other_cell = make_organization("MAY.2", parent=self.committee, name="Chi bộ Xưởng 2")
        self.foreign_cell = make_organization(
            "SO", parent=self.root, kind=kind.BASE_CELL, name="Chi bộ Sở Công Thương", sector="agency"
        )
        federation = make_organization("LDLD", kind=kind.UNION_UPPER, line=Line.UNION, name="Liên đoàn Lao động tỉnh")
        self.federation = federation
        self.union = make_organization(
            "CD-MAY",
            parent=federation,
            kind=kind.UNION_BASE,
            line=Line.UNION,
            name="Công đoàn Công ty May",
            enterprise=self.enterprise,
            party_unit=self.committee,
        )
        self.rival_union = make_organization(
            "CD-KHAC",
            parent=federation,
            kind=kind.UNION_BASE,
            line=Line.UNION,
            name="Công đoàn Công ty Khác",
            party_unit=self.foreign_cell,
        )
        self.secretary = make_user("bi-thu", Role.CELL_SECRETARY, self.cell)
        self.base_officer = make_user("dang-uy", Role.BASE_OFFICER, self.committee)
        self.officer = make_user("ban-to-chuc", Role.BLOC_OFFICER, self.root)
        self.leader = make_user("lanh-dao", Role.LEADER, self.root)
        self.trainer = make_user("boi-duong", Role.TRAINING_OFFICER, self.root)
        self.inspector = make_user("kiem-tra", Role.INSPECTOR, self.root)
        self.admin = make_user("quan-tri", Role.ADMINISTRATOR, self.root)
        self.stranger = make_user("nguoi-la", Role.CELL_SECRETARY, self.foreign_cell)
        self.unionist = make_user("cong-doan", Role.UNION_OFFICER, self.union)
        self.rival_unionist = make_user("cong-doan-khac", Role.UNION_OFFICER, self.rival_union)
        self.nobody = make_user("khong-phan-cong")
        self.mentor = make_member("Trần Văn Long", self.cell)
        self.introducer = make_member("Lê Thị Hoa", self.cell)
        self.probationer = make_member("Phạm Văn Mới", self.cell, full_from=None)


@pytest.fixture
def in_whole_scope(db):
    """Let the test see and write the whole tree, as a job does. Requests arm their own interval."""
    with whole():
        yield


@pytest.fixture
def cast(in_whole_scope):
    return Cast()


@pytest.fixture
def sign_in(client):
    """sign_in(user) returns a client whose requests act in the user's office."""

    def go(user):
        client.force_login(user)
        return client

    return go
