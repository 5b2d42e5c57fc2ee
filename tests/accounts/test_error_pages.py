import re

import pytest
from django.template.loader import render_to_string


def title(html):
    return re.search(r"<title>\s*(.*?)\s* · Tạo nguồn</title>", html, re.DOTALL)[1]


@pytest.mark.parametrize(
    ("code", "shown"),
    [("400", "Yêu cầu không đọc được"), ("403_csrf", "Phiên làm việc đã hết"), ("500", "Lỗi hệ thống")],
)
def test_pages_of_last_resort_need_no_request_and_no_database(code, shown):
    html = render_to_string(f"{code}.html")
    assert (title(html), 'href="/"' in html) == (shown, True)


def test_not_found_keeps_the_frame_and_offers_a_way_on(sign_in, cast):
    page = sign_in(cast.secretary).get("/khong-co-trang-nay/")
    html = page.content.decode()
    assert (page.status_code, title(html), "side-nav" in html) == (404, "Không tìm thấy", True)


def test_not_found_shows_a_visitor_nothing_of_the_inside(client, db):
    page = client.get("/khong-co-trang-nay/")
    html = page.content.decode()
    assert (page.status_code, title(html), "side-nav" in html) == (404, "Không tìm thấy", False)


def test_not_allowed_says_what_to_do(sign_in, cast):
    page = sign_in(cast.secretary).get("/tai-khoan/nguoi-dung/")
    html = page.content.decode()
    assert (page.status_code, title(html)) == (403, "Không được phép")
    assert "chọn vai trò phù hợp ở đầu trang" in html
