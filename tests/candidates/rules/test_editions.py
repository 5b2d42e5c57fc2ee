"""Which edition judges a day, what each changed, and that it can be quoted."""

from datetime import date, timedelta

import pytest

from candidates.statute import EDITIONS, NoEdition, edition_named, edition_on


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2016, 7, 25), "RV2016"),
        (date(2021, 7, 29), "RV2016"),
        (date(2021, 7, 30), "RV2021"),
        (date(2025, 1, 19), "RV2021"),
        (date(2025, 1, 20), "RV2025a"),
        (date(2025, 6, 30), "RV2025a"),
        (date(2025, 7, 1), "RV2025b"),
        (date(2026, 4, 7), "RV2025b"),
        (date(2026, 4, 8), "RV2026a"),
        (date(2026, 7, 25), "RV2026a"),
        (date(2026, 7, 26), "RV2026b"),
        (date(2030, 1, 1), "RV2026b"),
    ],
)
def test_edition_of_the_day(day, key):
    assert edition_on(day).key == key


def test_drafts_can_be_switched_off():
    assert edition_on(date(2026, 8, 1), drafts=False).key == "RV2025b"


def test_nothing_is_judged_before_the_first_edition():
    with pytest.raises(NoEdition):
        edition_on(date(2016, 7, 24))


def test_an_edition_is_found_by_the_key_stored_with_an_act():
    assert [edition_named(edition.key) for edition in EDITIONS] == list(EDITIONS)
    with pytest.raises(NoEdition):
        edition_named("RV1999")


def test_editions_follow_each_other_without_a_gap():
    ends = [edition.to_on for edition in EDITIONS]
    begins = [edition.from_on - timedelta(days=1) for edition in EDITIONS[1:]]
    assert ends == [*begins, None]


def test_what_each_edition_changed():
    def changes(name):
        return [getattr(edition, name).value for edition in EDITIONS]

    assert changes("residence_counts") == [False, True, True, True, True, True]
    assert changes("ceremony_clock") == ["received"] * 5 + ["issued"]
    assert changes("delegated_body") == ["delegated_committee"] * 5 + ["standing_board"]
    assert [value is None for value in changes("delegated_share")] == [False] * 5 + [True]
    assert len(set(changes("education"))) == 3


def test_an_article_is_quoted_only_from_the_text_it_stands_in():
    quoted = {edition.key: edition.cell_share.citation for edition in EDITIONS}
    assert quoted["RV2025b"] == "mục 3.6b Hướng dẫn 06-HD/TW ngày 09/06/2025 của Ban Bí thư"
    assert [key for key, citation in quoted.items() if "mục" in citation] == ["RV2025b"]


def test_nothing_in_a_draft_counts_as_compared_with_its_text():
    drafts = [edition for edition in EDITIONS if edition.draft]
    own = {edition.regulation for edition in drafts} | {edition.guidance for edition in drafts}
    assert [
        name
        for edition in drafts
        for name, provision in edition.provisions().items()
        if provision.verified and provision.instrument in own
    ] == []


def test_every_value_names_number_date_and_issuer():
    assert [
        (edition.key, name)
        for edition in EDITIONS
        for name, provision in edition.provisions().items()
        if not (provision.instrument.number and provision.instrument.issuer and provision.source)
    ] == []
