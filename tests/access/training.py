from tests.access import CELLS, COMMITTEES, row
from tests.training.classroom import AFTER, MONDAY, enrolled, plan, teach
from training.actions import close_course

# Who knows of a class of the root, who fills it, and who runs it.
SEE = f"{CELLS} {COMMITTEES} leader trainer"
FILL = f"{CELLS} {COMMITTEES} trainer"
RUN = "officer trainer"
EXPORT = f"{CELLS} {COMMITTEES} leader trainer"


def course(cast):
    """A class with one learner of the secretary's."""
    return {"pk": enrolled(cast, plan(cast), "Nguyễn Văn An")[0].course_id}


def learner(cast):
    (enrollment,) = enrolled(cast, plan(cast), "Nguyễn Văn An")
    return {"pk": enrollment.course_id, "enrollment": enrollment.pk}


def session(cast):
    return course(cast) | {"number": 1}


def closed(cast):
    planned = plan(cast)
    (enrollment,) = enrolled(cast, planned, "Nguyễn Văn An")
    teach(planned, {enrollment: (10, "good")}, actor=cast.trainer)
    close_course(planned, actor=cast.trainer, on=AFTER)
    return {"pk": planned.pk}


def certificate(cast):
    """One of a worker of the secretary's, issued elsewhere."""
    (enrollment,) = enrolled(cast, plan(cast), "Nguyễn Văn An")
    held = enrollment.person.certificates.create(
        kind="awareness", number="1", issued_on=MONDAY, issuer="TTCT", party_path=enrollment.party_path
    )
    return {"pk": held.pk}


ROWS = {
    "training:list": row(opens=SEE),
    "training:export": row(opens=EXPORT),
    "training:plan": row(opens=RUN),
    "training:curricula": row(opens=RUN),
    "training:certificates": row(opens=SEE),
    "training:register": row(opens=FILL),
    "training:revoke": row(opens="secretary base_officer officer trainer", hidden="stranger", kwargs=certificate),
    "training:detail": row(opens=SEE, kwargs=course),
    "training:change": row(opens=RUN, kwargs=course),
    "training:schedule": row(opens=RUN, kwargs=course),
    "training:cancel": row(opens=RUN, kwargs=course),
    "training:close": row(opens=RUN, kwargs=course),
    "training:roster": row(opens=EXPORT, kwargs=course),
    "training:print": row(opens=RUN, kwargs=closed),
    "training:enrol": row(opens=FILL, kwargs=course),
    "training:leave": row(opens="secretary base_officer officer trainer", hidden="stranger", kwargs=learner),
    "training:attendance": row(opens=RUN, kwargs=course, status=302),
    "training:attendance_of": row(opens=RUN, kwargs=session),
    "training:results": row(opens=RUN, kwargs=course),
}
