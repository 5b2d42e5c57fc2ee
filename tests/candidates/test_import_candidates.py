"""The command that takes in a list of candidates, on a real database."""

import datetime
import json
from pathlib import Path

import pytest
import xlsxwriter
from django.core.management import CommandError, call_command

from audit.models import Entry
from candidates.models import Candidate, StageChange
from organizations.scope import whole
from people.models import Employment, Membership, Person
from tests.cast import Cast
from training.models import Certificate

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
DAY = datetime.date
ON = ("--on", "2026-11-23")
HEADINGS = [
    "Mã tổ chức", "Họ và tên", "Giới tính", "Ngày sinh", "Số CCCD", "Dân tộc", "Tôn giáo", "Quê quán", "Nơi ở hiện nay",
    "Trình độ văn hóa", "Trình độ chuyên môn", "Nghề nghiệp", "Ngày vào Công đoàn", "Đảng viên giúp đỡ",
    "Ngày cấp GCN nhận thức về Đảng", "Ghi chú",
]  # fmt: skip
THAM = [
    "MAY", "NGUYỄN THỊ HỒNG THẮM", "Nữ", "14/08/1996", "060196004521", "K'Ho", "Không", "Bắc Bình", "Hàm Mỹ",
    "12/12", "Đại học Kinh tế", "Công nhân may", "7/2019", "Trần Văn Long", "27/05/2022", "làm ca đêm",
]  # fmt: skip
BINH = ["SO", "Lê Bình", "Nam", "1990", "060090004521", "", "", "", "", "5/12", "", "Nhân viên"]
NOBODY = ["MAY", "", "Nam", "1990", "060090004522"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def units():
    with whole():
        return Cast()


@pytest.fixture
def sheet(tmp_path):
    """sheet(*rows) writes a tidy list of the rows and returns its path."""

    def make(*rows):
        path = tmp_path / "danh-sach.xlsx"
        book = xlsxwriter.Workbook(path)
        page = book.add_worksheet()
        for line, row in enumerate([HEADINGS, *rows]):
            page.write_row(line, 0, row)
        book.close()
        return path

    return make


@pytest.fixture
def told(capsys):
    """told(…) runs the command and returns what it printed, as JSON."""

    def run(*arguments):
        capsys.readouterr()
        call_command("import_candidates", *arguments, *ON, "--json")
        return json.loads(capsys.readouterr().out)

    return run


def everything():
    """How many rows an import might have added."""
    with whole():
        return [model.objects.count() for model in (Person, Candidate, StageChange, Membership, Certificate, Entry)]


def test_the_given_list_agrees_with_what_is_expected(told):
    call_command("import_organizations", ROOT / "organizations" / "data" / "organizations.xlsx")
    expected = json.loads((DATA / "expected.json").read_text())
    before = everything()
    report = told(DATA / "candidates_tidy.xlsx", "--dry-run")
    assert everything() == before
    assert report["counts"] == expected["by_status"]
    keys = ("row", "name", "cccd", "organization", "status")
    assert [[row[key] for key in keys] for row in report["rows"]] == [
        [row[key] for key in keys] for row in expected["rows"]
    ]
    written = told(DATA / "candidates_tidy.xlsx")["written"]
    assert {name: len(rows) for name, rows in written.items()} == {
        "created": 250,
        "existing": 0,
        "unconfirmed": 22,
        "errors": 28,
    }
    written = told(DATA / "candidates_tidy.xlsx", "--accept-warnings")["written"]
    assert {name: len(rows) for name, rows in written.items()} == {
        "created": 22,
        "existing": 250,
        "unconfirmed": 0,
        "errors": 28,
    }
    with whole():
        assert Candidate.objects.filter(stage="introduced").count() == 272


def test_a_row_becomes_a_person_with_all_that_hangs_on_him(units, sheet, told):
    assert told(sheet(THAM))["written"] == {"created": [1], "existing": [], "unconfirmed": [], "errors": []}
    with whole():
        person = Person.objects.get(full_name="Nguyễn Thị Hồng Thắm")
        facts = (
            person.sex,
            person.born_on,
            person.born_precision,
            person.identity_number,
            person.ethnicity.name,
            person.religion.name,
            person.schooling,
            person.qualification.name,
            person.qualification_note,
            person.hometown,
            person.residence,
            person.party_path,
        )
        assert facts == (
            "female",
            DAY(1996, 8, 14),
            "day",
            "060196004521",
            "Cơ-ho",
            "Không",
            "12/12",
            "Đại học",
            "Đại học Kinh tế",
            "Bắc Bình",
            "Hàm Mỹ",
            "/duk/may/",
        )
        employment = Employment.objects.get(person=person)
        assert (employment.enterprise, employment.labour_class, employment.job_title, employment.from_on) == (
            units.enterprise,
            "direct",
            "Công nhân may",
            DAY(2019, 7, 1),
        )
        membership = Membership.objects.get(person=person)
        assert (membership.kind, membership.organization, membership.from_on, membership.from_precision) == (
            "union",
            units.union,
            DAY(2019, 7, 1),
            "month",
        )
        certificate = Certificate.objects.get(person=person)
        assert (certificate.kind, certificate.issued_on) == ("awareness", DAY(2022, 5, 27))
        candidate = Candidate.objects.get(person=person)
        assert (
            candidate.stage,
            candidate.unit,
            candidate.opened_on,
            candidate.party_path,
            candidate.introduced_by,
        ) == (
            "introduced",
            units.committee,
            DAY(2026, 11, 23),
            "/duk/may/",
            None,
        )
        change = StageChange.objects.get(candidate=candidate)
        assert (change.transition, change.on, change.from_paper_record, change.note, change.findings, change.facts) == (
            "nominate",
            DAY(2026, 11, 23),
            True,
            "Đảng viên giúp đỡ theo danh sách: Trần Văn Long. làm ca đêm",
            [],
            {"source": "danh-sach.xlsx", "row": 1},
        )


def test_what_was_imported_by_whom_is_remembered(units, sheet):
    call_command("import_candidates", sheet(THAM, BINH, NOBODY), *ON, "--actor", "ban-to-chuc")
    entries = Entry.objects.filter(verb__contains="import").order_by("id")
    assert list(entries.values_list("verb", "actor_name", "subject_name", "scope_path", "details")) == [
        ("candidate.import", "ban-to-chuc", "Nguyễn Thị Hồng Thắm", "/duk/may/", {"source": "danh-sach.xlsx"}),
        (
            "candidates.import",
            "ban-to-chuc",
            "",
            "",
            {"source": "danh-sach.xlsx", "created": 1, "existing": 0, "unconfirmed": 1, "errors": 1},
        ),
    ]


def test_a_warning_waits_for_someone_to_confirm_it(units, sheet, told):
    path = sheet(BINH)
    assert told(path)["written"] == {"created": [], "existing": [], "unconfirmed": [1], "errors": []}
    assert told(path, "--accept-warnings")["written"] == {
        "created": [1],
        "existing": [],
        "unconfirmed": [],
        "errors": [],
    }
    with whole():
        change = StageChange.objects.get()
    assert (change.override_reason, [finding["rule"] for finding in change.findings], change.labour_class) == (
        "Xác nhận khi nhập danh sách.",
        ["ELG-3"],
        "indirect",
    )


def test_a_confirmed_disagreement_is_kept_with_the_person(units, sheet):
    call_command("import_candidates", sheet([*THAM[:2], "Nam", *THAM[3:]]), *ON, "--accept-warnings")
    with whole():
        note = Person.objects.get(full_name="Nguyễn Thị Hồng Thắm").identity_note
    assert note == "Chữ số thứ tư của số CCCD là 1, nghĩa là nữ, nhưng giới tính ghi là nam."


def test_a_second_run_adds_nobody(units, sheet, told):
    path = sheet(THAM)
    told(path)
    before = everything()
    assert told(path)["written"] == {"created": [], "existing": [1], "unconfirmed": [], "errors": []}
    # Only that it was run is remembered.
    assert everything() == [*before[:-1], before[-1] + 1]


def test_an_agency_without_an_enterprise_gives_no_employment(units, sheet):
    call_command("import_candidates", sheet(["SO", *THAM[1:]]), *ON)
    with whole():
        person = Person.objects.get(full_name="Nguyễn Thị Hồng Thắm")
        assert (person.employments.count(), person.memberships.get().organization) == (0, units.rival_union)


def test_only_party_organisations_that_are_open_are_known(units, sheet, told):
    units.foreign_cell.closed_on = DAY(2026, 1, 1)
    units.foreign_cell.save()
    report = told(sheet(THAM, BINH, ["CD-MAY", *THAM[1:4], "060196004522"]), "--dry-run")
    assert [(row["organization"], row["status"], row["codes"]) for row in report["rows"]] == [
        ("MAY", "ok", []),
        ("SO", "error", ["unknown_organization", "below_lower_secondary"]),
        ("CD-MAY", "error", ["unknown_organization"]),
    ]


def test_without_json_people_are_told_in_words(units, sheet, capsys):
    call_command("import_candidates", sheet(THAM, BINH, NOBODY), *ON)
    assert capsys.readouterr().out == (
        "2. Lê Bình: Trình độ văn hóa 5/12, chưa tốt nghiệp trung học cơ sở (ELG-3); cần lý do ngoại lệ (ELG-4).\n"
        "3. : Thiếu họ và tên.\n"
        "1 dòng hợp lệ, 1 dòng cần xác nhận, 1 dòng lỗi.\n"
        "Đã nhập 1; đã có từ trước 0; chưa xác nhận 1; bỏ qua 1.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["không-có.xlsx"], r"Không mở được tệp không-có\.xlsx\."),
        ([ROOT / "organizations" / "data" / "organizations.xlsx"], "Thiếu cột"),
        ([DATA / "candidates_tidy.xlsx", "--actor", "khong-ai"], "Không có tài khoản khong-ai"),
    ],
)
def test_what_cannot_be_done_is_told(arguments, message):
    with pytest.raises(CommandError, match=message):
        call_command("import_candidates", *arguments, *ON)
