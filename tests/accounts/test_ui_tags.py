import datetime
import re
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.template import engines
from django.template.loader import render_to_string
from django.utils.html import strip_tags

from accounts.navigation import PARTS, menu
from accounts.templatetags.ui import STAGES
from candidates.stages import Stage
from config.icons import ICONS
from organizations.permissions import GRANTS


def render(source, **context):
    return engines["django"].from_string("{% load ui %}" + source).render(context)


def words(html):
    return " ".join(strip_tags(html).split())


@pytest.mark.parametrize(("precision", "shown"), [("day", "14/08/1996"), ("month", "08/1996"), ("year", "1996")])
def test_a_date_shows_no_more_than_is_known(precision, shown):
    assert render("{{ day|partial_date:precision }}", day=datetime.date(1996, 8, 14), precision=precision) == shown


def test_no_date_is_a_dash():
    assert render("{{ day|vn_date }} {{ day|partial_date }}", day=None) == "– –"


def test_a_moment_is_shown_in_local_time():
    moment = datetime.datetime(2025, 1, 1, 17, 30, tzinfo=datetime.UTC)
    assert render("{{ moment|vn_date }}", moment=moment) == "02/01/2025 00:30"


@pytest.mark.parametrize(
    ("days", "shown", "colour"),
    [
        (-3, "Quá hạn 3 ngày làm việc", "danger"),
        (-1, "Quá hạn 1 ngày làm việc", "danger"),
        (0, "Hết hạn hôm nay", "warning"),
        (7, "Còn 7 ngày làm việc", "warning"),
        (8, "Còn 8 ngày làm việc", "azure"),
        (30, "Còn 30 ngày làm việc", "azure"),
        (31, "Còn 31 ngày làm việc", "secondary"),
    ],
)
def test_working_days_left_are_told_in_words_and_colour(days, shown, colour):
    html = render("{% working_days_left days %}", days=days)
    assert (words(html), f"bg-{colour}-lt" in html) == (shown, True)


def test_no_deadline_no_badge():
    assert render("{% working_days_left days %}", days=None) == ""


def test_every_stage_on_the_way_has_its_look_and_the_others_are_ends():
    ends = {
        "dropped",
        "refused_by_cell",
        "refused_by_committee",
        "struck_off",
        "annulled",
        "deceased",
        "withdrawn",
    }
    assert {str(stage) for stage in Stage} - set(STAGES) == ends
    assert set(STAGES) <= {str(stage) for stage in Stage}


def test_a_stage_is_told_in_its_own_words():
    html = render("{% stage_badge stage %}", stage=Stage.ON_PROBATION)
    assert (words(html), "bg-gold-lt" in html, "#filled-star" in html) == ("Đảng viên dự bị", True, True)


def test_a_coarse_label_takes_the_place_of_the_full_one():
    assert words(render("{% stage_badge stage label %}", stage="proposed", label="Đang xem xét")) == "Đang xem xét"


def test_words_from_people_are_escaped():
    assert "<b>" not in render("{% badge words %}", words="<b>x</b>")


def test_progress_tells_number_target_and_share():
    html = render("{% progress 12 40 'Kết nạp' %}")
    assert (words(html), re.search(r'value="(\d+)"', html)[1]) == ("Kết nạp: 12/40 · 30% 30%", "30")


def test_progress_beyond_the_target_fills_the_bar_and_is_gold():
    html = render("{% progress 50 40 %}")
    assert ("125%" in html, 'value="100"' in html, "is-reached" in html) == (True, True, True)


def test_progress_without_a_target_has_no_bar():
    html = render("{% progress 5 0 %}")
    assert (words(html), "<progress" in html) == ("5 · chưa giao chỉ tiêu", False)


def test_findings_say_severity_and_citation():
    refusal = SimpleNamespace(rule="ADM-8", severity="refuse", message="Chưa đủ 2/3.", citation="Điều lệ, Điều 5")
    warning = {
        "rule": "ELG-3", "severity": "warn", "message": "Trên 60 tuổi.", "citation": "QĐ 232 (chưa đối chiếu)"
    }  # fmt: skip
    assert words(render_to_string("_findings.html", {"findings": [refusal, warning]})) == (
        "Chưa được Chưa đủ 2/3. Điều lệ, Điều 5 ADM-8 "
        "Cảnh báo Trên 60 tuổi. QĐ 232 (chưa đối chiếu) ELG-3"
    )  # fmt: skip


def test_steps_tell_their_state_to_readers():
    steps = [
        {"label": "Giới thiệu", "state": "done", "on": datetime.date(2024, 5, 2)},
        {"label": "Bồi dưỡng", "state": "now"},
        {"label": "Kết nạp", "state": "todo", "gold": True},
    ]
    html = render_to_string("_stepper.html", {"steps": steps})
    assert words(html) == (
        "Giới thiệu (đã xong) 02/05/2024 2 Bồi dưỡng (đang ở bước này) 3 Kết nạp (chưa đến)"
    )  # fmt: skip
    assert html.count('aria-current="step"') == 1


def test_every_icon_that_a_page_names_is_drawn():
    named = set()
    for template in (settings.BASE_DIR / "templates").rglob("*.html"):
        named |= set(re.findall(r'{%\s*icon "([^"]+)"|(?:icon_name="([^"]+)")', template.read_text()))
    assert {one or two for one, two in named} - ICONS == set()


def test_the_menu_leads_only_where_the_abilities_reach():
    shown = [str(item["label"]) for item in menu(frozenset({"manage_users"}), "accounts:user")]
    assert "Tài khoản" in shown
    assert "Hồ sơ" not in shown


@pytest.mark.parametrize(
    ("view", "part"),
    [
        ("accounts:user", ["Tài khoản"]),
        ("accounts:change_password", []),
        ("candidates:detail", ["Hồ sơ"]),
        ("candidates:nominate_known", ["Giới thiệu quần chúng"]),
        ("", []),
    ],
)
def test_the_menu_marks_the_part_one_is_in(view, part):
    shown = menu(frozenset({"manage_users", "view_candidate", "nominate"}), view)
    assert [str(item["label"]) for item in shown if item["current"]] == part


def test_every_part_of_the_menu_opens_for_whoever_is_led_to_it(sign_in, cast):
    people = [cast.secretary, cast.officer, cast.leader, cast.unionist, cast.trainer, cast.inspector, cast.admin]
    statuses = {}
    for user in people:
        client = sign_in(user)
        abilities = frozenset(str(ability) for ability in GRANTS[user.acting.role])
        for item in menu(abilities, ""):
            statuses[user.username, item["url"]] = client.get(item["url"]).status_code
    assert statuses == dict.fromkeys(statuses, 200)
    assert len({url for _name, url in statuses}) == len(PARTS)
