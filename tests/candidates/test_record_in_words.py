"""What the record keeps of a candidacy is shown in words, never as the code writes it."""

from audit import verbs
from audit.models import Entry
from tests.candidates.history import ExampleA


def test_every_act_and_its_details_have_words(cast):
    ExampleA(cast).until()
    entries = Entry.objects.filter(subject_type="candidates.candidate")
    written = {entry.verb for entry in entries} | {name for entry in entries for name in entry.details}
    assert len(written) > 10
    wordless = [entry.verb for entry in entries if verbs.label(entry.verb) == entry.verb]
    wordless += [name for entry in entries for name in entry.details if name not in verbs.DETAILS]
    assert wordless == []
