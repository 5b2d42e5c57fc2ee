"""Phrases about classes, learners and certificates."""

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q

from organizations.permissions import Ability, can
from organizations.scope import acting_office, whole
from people.models import Person
from people.names import search_text
from people.querysets import PersonQuerySet, ScopedQuerySet


class CourseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Classes opened at or beneath the office's unit, and those opened above it for everyone."""
        if not can(user, Ability.VIEW_TRAINING):
            return self.none()
        unit = acting_office(user).organization
        low, high = unit.scope
        above = [unit.path[: i + 1] for i, letter in enumerate(unit.path) if letter == "/" and i]
        return self.filter(
            Q(organization__path__gte=low, organization__path__lt=high) | Q(organization__path__in=above)
        )

    def managed_by(self, user):
        """Classes that the user may change: opened at or beneath the office's unit, by training staff."""
        if not can(user, Ability.MANAGE_TRAINING):
            return self.none()
        return self.visible_to(user).filter(organization__path__startswith=acting_office(user).organization.path)

    def running(self):
        return self.filter(state__in=("planned", "open"))

    def in_year(self, year):
        """Classes with at least one day in the year."""
        return self.filter(starts_on__year__lte=year, ends_on__year__gte=year)

    def about(self, text):
        """Classes whose code, title or place holds the text, accents aside."""
        wanted = search_text(text)
        rows = self.values_list("pk", "code", "title", "place", "organizer")
        return self.filter(pk__in=[pk for pk, *words in rows if wanted in search_text(" ".join(words))])

    def with_numbers(self):
        """Annotate `learners`, `waiting` and `passed` head counts of the rows in scope."""
        state = "enrollments__state"
        return self.annotate(
            learners=Count("enrollments", filter=Q(**{f"{state}__in": ["enrolled", "passed", "failed"]})),
            waiting=Count("enrollments", filter=Q(**{state: "waiting"})),
            passed=Count("enrollments", filter=Q(**{state: "passed"})),
        )

    def head_counts(self):
        """{course id: {learners, waiting, passed, workers}} over all units, however little of the tree the office sees.

        Counts are no personal data, and a cell must know whether there is a seat left.
        """
        seated = Q(enrollments__state__in=("enrolled", "passed", "failed"))
        with whole():
            counted = (
                self.order_by()
                .values("pk")
                .annotate(
                    learners=Count("enrollments", filter=seated),
                    waiting=Count("enrollments", filter=Q(enrollments__state="waiting")),
                    passed=Count("enrollments", filter=Q(enrollments__state="passed")),
                    workers=Count("enrollments", filter=seated & Q(enrollments__is_direct_worker=True)),
                )
            )
            return {row.pop("pk"): row for row in counted}


class EnrollmentQuerySet(ScopedQuerySet):
    mass_scoped = False

    def seated(self):
        """Learners who hold a seat, or held it to the end."""
        return self.filter(state__in=("enrolled", "passed", "failed"))

    def waiting(self):
        """Those without a seat, the longest waiting first."""
        return self.filter(state="waiting").order_by("enrolled_on", "id")

    def with_presence(self):
        """Annotate `present`: in how many sessions the learner sat."""
        return self.annotate(present=Count("attendances", filter=Q(attendances__is_present=True)))

    def for_roster(self):
        return (
            self.select_related("person__unit__parent__parent", "certificate")
            .with_presence()
            .order_by("person__sort_key", "id")
        )


class CertificateQuerySet(ScopedQuerySet):
    mass_scoped = False

    def standing(self):
        return self.filter(revoked_on__isnull=True)

    def about(self, text):
        """Certificates whose number holds the text, or whose holder's name holds its words, accents aside."""
        named = Person.objects.named_like(text)
        return self.filter(Q(number__icontains=text.strip()) | Q(person__in=named.values("pk")))

    def of_course(self, course):
        return self.filter(enrollment__course=course)


def lacking(people: PersonQuerySet, kind, on, certificates, enrollments):
    """Of `people`, those to whom a class of this kind is still to be given on the day.

    Awareness: whoever is not a Party member; new member: probationers. Without a standing
    certificate of the kind and without a seat in a running class of it. Annotates `waits`:
    whether the person waits for a seat somewhere; they come first.
    """
    mine = {"person": OuterRef("pk")}
    member = Q(party_memberships__ended_on__isnull=True, party_memberships__probationary_from__lte=on)
    probationer = member & Q(party_memberships__full_from__isnull=True)
    suited = (
        people.filter(probationer)
        if kind == "new_member"
        else people.exclude(Exists(people.model.objects.filter(member, pk=OuterRef("pk"))))
    )
    return (
        suited.exclude(Exists(certificates.standing().filter(kind=kind, **mine)))
        .exclude(Exists(enrollments.filter(course__kind=kind, state="enrolled", **mine)))
        .annotate(waits=Exists(enrollments.filter(course__kind=kind, state="waiting", **mine)))
        .order_by(F("waits").desc(), "sort_key", "id")
    )
