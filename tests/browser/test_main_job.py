"""From nomination to full member by clicking, under five accounts, with the wrong act tried before the right one."""

import datetime
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from candidates.models import Candidate, StageChange
from candidates.pipeline import TRANSITIONS
from organizations.scope import whole
from tests.browser.clerk import PHONE, Clerk, overflow
from tests.candidates.history import ExampleA, steps_of
from tests.cast import Cast

DAY = datetime.date
NAME = "Nguyễn Thị Hồng Thắm"
YOUNGER = "Trần Thị Út"
NOMINATION = {
    "full_name": NAME,
    "born": "14/8/96",
    "sex": "female",
    "identity_number": "060196004521",
    "enterprise": "MAY",
    "labour_class": "direct",
    "member_since": "10/4/2021",
    "resolution_number": "02-NQ/CĐCS",
    "on": "20/2/22",
    "committee_size": 7,
    "in_favour": 7,
    "reason": "Lao động giỏi ba năm liền",
    "consent": True,
}
REST = {"schooling": "12/12", "job_title": "Công nhân may", "hired_on": "01/03/2021", "phone": "0912 345 678"}


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast, committed, so that the running site sees it; and a younger worker whom the cell is about to judge."""
    with whole():
        cast = Cast()
        younger = ExampleA(cast, name=YOUNGER, born_on=DAY(2005, 6, 26), number="060305004522")
        younger.until("propose", override_reason="Sắp đủ tuổi")
    return cast


@pytest.fixture
def clerk(page: Page, site: str, axe: Callable[[], list[str]]) -> Clerk:
    return Clerk(page, site, axe)


class Journey:
    """The path of one worker; `wrong` spoils an act in the form before the right values are put in."""

    def __init__(self, clerk: Clerk, cast: Cast) -> None:
        self.clerk, self.page, self.cast = clerk, clerk.page, cast
        self.steps = {code: (actor, on, act) for code, actor, on, act in steps_of(cast, cast.mentor)}

    def begin(self, code: str, name: str = NAME) -> dict:
        """Open the form of the act from the dossier; gives what a clerk has to type."""
        _actor, on, act = self.steps[code]
        self.clerk.open_candidate(name)
        self.page.get_by_role("link", name=f"Ghi: {TRANSITIONS[code].label}", exact=True).click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(str(TRANSITIONS[code].label))
        self.clerk.judged()
        return {"on": on, **act}

    def do(self, code: str, *wrong: tuple[dict, str], without: tuple[str, ...] = ()) -> list[str]:
        """The act, after each wrong form of it was refused; gives the reasons that were shown."""
        act = self.begin(code)
        act = {name: value for name, value in act.items() if name not in without}
        reasons = [self.clerk.refused(act | spoilt, rule) for spoilt, rule in wrong]
        # Only what was wrong is typed again: the rest must have been kept.
        blank = {name: False if value is True else "" for spoilt, _rule in wrong for name, value in spoilt.items()}
        self.clerk.recorded({name: act.get(name, nothing) for name, nothing in blank.items()} if wrong else act)
        return reasons

    def nominate(self) -> None:
        clerk, page = self.clerk, self.page
        clerk.sign_in("cong-doan")
        clerk.menu("Giới thiệu quần chúng")
        page.get_by_label("Trước hết, tìm xem đã có người này chưa").fill(NAME)
        page.get_by_role("button", name="Tìm").click()
        clerk.judged()
        page.get_by_role("link", name="Nhập người mới").click()
        page.get_by_text("Thêm: điện thoại, học vấn, công việc…").click()
        clerk.judged()
        # Counter-example 14: the fourth digit says a man of the twentieth century.
        shown = clerk.refused(NOMINATION | REST | {"identity_number": "060096004521"}, "ID-3")
        assert "giới tính" in shown
        clerk.recorded({"identity_number": NOMINATION["identity_number"]}, f"Đã giới thiệu {NAME}.")
        expect(page.locator("main")).to_contain_text("Đã được giới thiệu")

    def pass_to_cell(self) -> None:
        self.clerk.sign_in("dang-uy")
        self.clerk.open_candidate(NAME)
        self.page.get_by_role("link", name="Chọn chi bộ").click()
        self.clerk.judged()
        self.clerk.recorded({"on": "25/02/2022", "unit": "MAY.1"}, "Đã giao chi bộ.")

    def teach(self) -> None:
        """The trainer opens the class of May 2022, enrols the worker, marks ten sessions, and closes it."""
        clerk, page = self.clerk, self.page
        clerk.sign_in("boi-duong")
        clerk.menu("Lớp học")
        page.get_by_role("link", name="Mở lớp").first.click()
        clerk.judged()
        clerk.fill(
            {
                "kind": "awareness",
                "code": "NT-05/2022",
                "title": "Lớp bồi dưỡng nhận thức về Đảng cho công nhân",
                "organizer": "Trung tâm Chính trị",
                "audience": "workers",
                "capacity": 60,
                "place": "Hội trường nhà máy",
                "starts_on": DAY(2022, 5, 16),
                "shift": "daytime",
            }
        )
        page.locator("main form[method=post] button[type=submit]").last.click()
        expect(page.get_by_text("Đã mở lớp NT-05/2022")).to_be_visible()
        clerk.judged()
        page.get_by_role("link", name="Ghi danh").first.click()
        page.get_by_label(NAME).check()
        clerk.judged()
        page.get_by_role("button", name="Ghi danh người được chọn").click()
        expect(page.get_by_text("Đã ghi danh 1 người.")).to_be_visible()
        page.get_by_role("link", name="Điểm danh").first.click()
        for number in range(1, 11):
            expect(page.get_by_role("heading", level=1)).to_contain_text(f"Điểm danh buổi {number},")
            page.get_by_role("button", name="Lưu điểm danh").click()
            expect(page.get_by_text(f"Đã lưu điểm danh buổi {number}.")).to_be_visible()
        clerk.judged()
        page.get_by_role("link", name="NT-05/2022").click()
        page.get_by_role("link", name="Nhập kết quả").first.click()
        page.get_by_label(f"Kết quả của {NAME}").select_option(index=2)
        clerk.judged()
        page.get_by_role("button", name="Lưu kết quả").click()
        page.get_by_role("link", name="Bế giảng").first.click()
        clerk.fill({"on": DAY(2022, 5, 27)})
        clerk.judged()
        page.get_by_role("button", name="Bế giảng và cấp giấy chứng nhận").click()
        expect(page.get_by_text("Đã bế giảng và cấp 1 giấy chứng nhận.")).to_be_visible()
        clerk.judged()

    def renew_union_resolution(self) -> None:
        """Set the resolution of 02/05/2022 aside for one that is not too old, from the link in the refusal."""
        self.page.get_by_role("link", name="Bổ sung").first.click()
        self.clerk.judged()
        old = self.page.locator("[name=supersedes] option", has_text="02/05/2022").get_attribute("value")
        self.clerk.recorded({"dated_on": "11/05/2023", "number": "07-NQ/CĐCS", "supersedes": old}, "Đã ghi giấy tờ.")

    def register_new_member_certificate(self) -> None:
        clerk, page = self.clerk, self.page
        clerk.sign_in("boi-duong")
        clerk.menu("Lớp học")
        page.get_by_role("link", name="Giấy chứng nhận").first.click()
        clerk.judged()
        page.get_by_role("link", name="Ghi nhận").first.click()
        page.get_by_label("Tìm theo họ tên").fill("hong tham")
        page.get_by_role("button", name="Tìm").click()
        page.get_by_role("link", name=NAME).click()
        clerk.fill(
            {"kind": "new_member", "number": "101/GCN", "issued_on": DAY(2024, 3, 22), "issuer": "Trung tâm Chính trị"}
        )
        clerk.judged()
        page.get_by_role("button", name="Ghi nhận").click()
        expect(page.get_by_text("Đã ghi nhận giấy chứng nhận 101/GCN")).to_be_visible()
        clerk.judged()


def test_a_worker_becomes_a_full_member_by_clicking(clerk: Clerk, cast: Cast) -> None:
    journey = Journey(clerk, cast)
    do = journey.do
    reasons: dict[str, list[str]] = {}
    journey.nominate()
    journey.pass_to_cell()

    clerk.sign_in("bi-thu")
    reasons["list"] = do("list", ({"mentor": cast.probationer}, "ELG-9"))
    # Counter-example 3: a certificate older than 60 months on the day.
    old = {"on": DAY(2025, 2, 3), "certificate_number": "12/GCN", "certificate_on": DAY(2020, 1, 15)}
    certificate = ("certificate_number", "certificate_on", "certificate_issuer")
    journey.begin("finish_class")
    reasons["finish_class"] = [clerk.refused(old, "ADM-1")]
    journey.teach()

    clerk.sign_in("bi-thu")
    do("finish_class", without=certificate)
    reasons["apply"] = do("apply", ({"application_on": DAY(2023, 3, 21)}, "ADM-0"))
    reasons["verify"] = do("verify", ({"is_by_relative": True}, "ADM-4"))
    # Counter-example 7: the introducer is on probation.
    stale = {"union_resolution_on": DAY(2022, 5, 2), "union_resolution_number": "03-NQ/CĐCS"}
    act = journey.begin("consult") | stale
    reasons["consult"] = [clerk.refused(act | {"introducer_1": cast.probationer}, "ELG-7")]
    clerk.recorded({"introducer_1": cast.mentor})
    # Counter-examples 8, 21, 4: an old resolution, a cell of two, seven of twelve.
    act = journey.begin("propose")
    reasons["propose"] = [clerk.refused(act, "ADM-11")]
    journey.renew_union_resolution()
    reasons["propose"] += do(
        "propose",
        ({"members": 2, "present": 2, "in_favour": 2, "against": 0}, "ORG-1"),
        ({"members": 12, "present": 8, "in_favour": 7, "against": 1}, "ADM-8"),
    )
    # Counter-example 1: seventeen years and eleven months.
    act = journey.begin("propose", YOUNGER)
    reasons["too young"] = [clerk.refused(act, "ELG-1")]

    clerk.sign_in("dang-uy")
    reasons["endorse"] = do("endorse", ({"in_favour": 5, "against": 4}, "ADM-13"))
    clerk.sign_in("ban-to-chuc")
    # Counter-example 19: five of eleven.
    reasons["decide"] = do("decide", ({"in_favour": 5, "against": 6}, "ADM-13"))
    clerk.sign_in("bi-thu")
    # Counter-example 9: the ceremony before the decision.
    reasons["admit"] = do("admit", ({"on": DAY(2023, 7, 2)}, "ADM-0b"))
    journey.register_new_member_certificate()
    clerk.sign_in("bi-thu")
    # Counter-example 11: before the twelve months are over.
    reasons["propose_recognition"] = do("propose_recognition", ({"on": DAY(2024, 8, 5)}, "PRO-5"), without=certificate)
    clerk.sign_in("dang-uy")
    reasons["endorse_recognition"] = do("endorse_recognition", ({"in_favour": 5, "against": 4}, "ADM-13"))
    clerk.sign_in("ban-to-chuc")
    # Counter-examples 12 and 13: full membership from the decision, Party age from the ceremony.
    reasons["recognise"] = do(
        "recognise",
        ({"official_on": DAY(2024, 9, 20)}, "PRO-8"),
        ({"official_on": DAY(2024, 8, 11), "party_age_from": DAY(2023, 8, 11)}, "PRO-10"),
    )

    with whole():
        candidate = Candidate.objects.get(person__full_name=NAME)
        changes = StageChange.objects.filter(candidate=candidate).order_by("id")
        assert [(change.transition, change.on, change.actor_name) for change in changes] == [
            ("nominate", DAY(2022, 2, 20), "cong-doan"),
            *((code, on, str(actor)) for code, (actor, on, _act) in journey.steps.items()),
        ]
        assert (
            candidate.stage,
            candidate.decided_on,
            candidate.admitted_on,
            candidate.official_on,
            changes.last().facts["party_age_from"],
        ) == ("recognised", DAY(2023, 7, 20), DAY(2023, 8, 11), DAY(2024, 8, 11), "2023-07-20")
        memberships = candidate.person.party_memberships.values_list("cell__code", "probationary_from", "full_from")
        assert list(memberships) == [("MAY.1", DAY(2023, 8, 11), DAY(2024, 8, 11))]
    # Whoever is done with is found by the search at the top of every page.
    clerk.page.get_by_label("Tìm người theo tên hoặc số").fill("hong tham")
    clerk.page.keyboard.press("Enter")
    clerk.page.locator("#results").get_by_role("link", name=NAME).click()
    expect(clerk.page.get_by_role("heading", level=1)).to_have_text(NAME)
    clerk.judged()
    reached = clerk.page.locator(".stepper time").all_inner_texts()
    assert reached[-4:] == ["20/07/2023", "11/08/2023", "22/08/2024", "20/09/2024"]
    facts = clerk.page.locator("main .facts > div").all_inner_texts()
    shown = dict(fact.split("\n", 1) for fact in facts)
    days = {name: shown[name] for name in ("Tuổi đảng tính từ", "Ngày vào Đảng", "Ngày chính thức")}
    assert days == {
        "Tuổi đảng tính từ": "20/07/2023",
        "Ngày vào Đảng": "11/08/2023",
        "Ngày chính thức": "11/08/2024",
    }
    assert shown["Giai đoạn"].startswith("S13 · Đảng viên chính thức")
    assert all(reason for shown in reasons.values() for reason in shown)
    assert clerk.found == []


def test_the_nomination_fits_a_phone(clerk: Clerk, cast: Cast) -> None:
    page = clerk.page
    page.set_viewport_size(PHONE)
    clerk.sign_in("cong-doan")
    page.goto(f"{clerk.site}/ho-so/gioi-thieu/nguoi-moi/?q={NAME}")
    page.get_by_text("Thêm: điện thoại, học vấn, công việc…").click()
    clerk.judged()
    low = page.locator("main form[method=post]").locator(
        "input:visible, select:visible, textarea:visible, button, summary"
    )
    boxes = [(one.evaluate("one => one.name || one.innerText"), one.bounding_box()) for one in low.all()]
    too_small = [name for name, box in boxes if name != "consent" and box["height"] < 40]
    outside = [name for name, box in boxes if box["x"] < 0 or box["x"] + box["width"] > PHONE["width"]]
    assert (too_small, outside, overflow(page)) == ([], [], 0)
    clerk.recorded(NOMINATION | REST, f"Đã giới thiệu {NAME}.")
    assert clerk.found == []
