"""The English catalogue is whole and sure, and the first pages can be read in it."""

import html
import re

import pytest
from django.conf import settings
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation

from config.translations import ROOT, load
from organizations.models import Organization
from reports.models import Target
from tests.candidates.history import ExampleA
from tests.cast import make_candidate

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%|\{\w*\}")
VIETNAMESE_WORD = re.compile(r"\w*[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]\w*")
BRAND_AND_CHOICE_OF_LANGUAGE = {"Tạo", "nguồn", "Tiếng", "Việt"}


def messages():
    return [message for message in load(ROOT) if message.id]


def texts(string):
    return list(string) if isinstance(string, (tuple, list)) else [string]


def vietnamese_words(page):
    text = html.unescape(re.sub(r'\b(?:href|action|value|hx-get)="[^"]*"', "", page))
    return set(VIETNAMESE_WORD.findall(text))


def test_no_message_is_untranslated_or_unsure():
    assert [one.id for one in messages() if one.fuzzy or not all(texts(one.string))] == []


def test_placeholders_are_those_of_the_source():
    wrong = [
        (one.id, text)
        for one in messages()
        for text in texts(one.string)
        if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(texts(one.id)[-1]))
    ]
    assert wrong == []


@pytest.fixture
def english(client):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"


@pytest.mark.django_db
def test_sign_in_is_english(client, english):
    page = client.get(reverse("accounts:sign_in")).content.decode()
    assert ("Sign in" in page, vietnamese_words(page)) == (True, BRAND_AND_CHOICE_OF_LANGUAGE)


@pytest.mark.parametrize(
    ("who", "greeting"),
    [
        ("secretary", "Nothing is due in the next 30 days"),
        ("base_officer", "Nothing is due in the next 30 days"),
        ("officer", "Nothing is due in the next 30 days"),
        ("leader", "Units, furthest behind first"),
        ("unionist", "of the nomination target reached"),
        ("trainer", "No class is running or about to open."),
        ("inspector", "Open the audit log"),
        ("admin", "Accounts and offices"),
    ],
)
def test_home_is_english_for_each_role(cast, sign_in, english, who, greeting):
    """Names are data and stay as they are: here they are codes, so that what is left is the page's own."""
    make_candidate("An", unit=cast.cell, introduced_by=cast.union, stage="verified")
    Target.objects.create(organization=cast.union, year=timezone.localdate().year, kind="nomination", value=4)
    Organization.objects.update(name=F("code"), short_name="")
    page = sign_in(getattr(cast, who)).get(reverse("reports:home")).content.decode()
    assert (greeting in page, vietnamese_words(page)) == (True, BRAND_AND_CHOICE_OF_LANGUAGE)


def test_the_record_is_kept_in_vietnamese_whatever_its_writer_reads(cast):
    with translation.override("en"):
        candidate = ExampleA(cast).until("decide")
    candidate.refresh_from_db()
    assert [due["label"] for due in candidate.next_due] == ["Xét, quyết định kết nạp"]
