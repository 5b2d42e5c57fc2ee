"""Who may do what with a class and its learners."""

from organizations.permissions import Ability, can


def may_manage(user, course):
    """Plan, mark, grade, close: training staff at or above the unit that opened the class."""
    return can(user, Ability.MANAGE_TRAINING, course.organization)


def may_enrol(user, course, person):
    """Training staff anyone within reach; committee staff their own people."""
    return may_manage(user, course) or keeps(user, person)


def keeps(user, person):
    """Whether the person's record is kept by the unit where the user holds office, or beneath it."""
    return person.unit is not None and can(user, Ability.MAINTAIN_CANDIDATE, person.unit)


def may_certify(user, person):
    """Enter a certificate that a person brings from elsewhere."""
    return keeps(user, person) or (person.unit is not None and can(user, Ability.MANAGE_TRAINING, person.unit))


def may_revoke(user, certificate):
    """A certificate of a class of ours: whoever manages the class; one from elsewhere: whoever may enter it."""
    if certificate.enrollment is None:
        return may_certify(user, certificate.person)
    return may_manage(user, certificate.enrollment.course)
