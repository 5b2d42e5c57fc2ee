"""Loading the demo: organisations, staff, members, classes, then every story act by act under the rules of its day."""

import random as chance
from collections import Counter
from dataclasses import replace
from pathlib import Path

from django.db import transaction
from django.db.models import Sum

from audit.actions import record
from candidates.actions import Resolution, dossier_of, open_candidacy, store_deadlines, write_act
from candidates.acts import ACTS
from candidates.dossier import Certificate, ClassKind
from candidates.dossier import Paper as PaperFact
from candidates.models import Candidate, Paper
from candidates.pipeline import judge
from candidates.stages import Stage
from candidates.statute import edition_on
from exchange.reading import read
from jobs import guard
from organizations.imports.tree import read_table
from organizations.imports.writing import write_table
from organizations.models import Ethnicity, Organization, Religion
from organizations.scope import whole
from people.models import Employment, Membership, Person
from reports.actions.opening import open_due_reports
from reports.demo.classes import Classrooms, plan_classes
from reports.demo.names import invent
from reports.demo.staff import home_of_the_demo, make_accounts, make_members, make_person
from reports.demo.stories import Story, days, tell
from reports.imports import write_targets
from reports.models import Target

WORKBOOK = Path(__file__).resolve().parent.parent.parent / "organizations" / "data" / "organizations.xlsx"
CANDIDATES = 420
YEARS = 3
SEED = 1930
INVENTED_TARGETS = "Số liệu mẫu"
JOBS = ("Công nhân may", "Công nhân chế biến", "Công nhân vận hành", "Thợ điện", "Tổ trưởng sản xuất")
HALTS = ("propose", "decide", "admit", "propose_recognition", "verify")
EXITS = (("drop", "apply", "Chuyển công tác, không còn nguyện vọng"), ("withdraw", "consult", "Tự rút đơn"))


def load(*, today, candidates=CANDIDATES):
    """Fill the database with the demo and return how many of each thing were made."""
    random = chance.Random(SEED)  # noqa: S311 invented people, not keys
    with whole(), transaction.atomic():
        counts: Counter[str] = Counter()
        if not Organization.objects.exists():
            table = read_table(read(WORKBOOK).rows)
            written = write_table(table, actor=None, on=today)
            counts["targets"] = write_targets(table, written.units, actor=None, source=WORKBOOK.name)
        base = home_of_the_demo()
        users = make_accounts(base, today=today)
        _upper_targets(base.parent)
        _earlier_targets(today)
        cells = list(
            Organization.objects.party()
            .filter(kind__in=("cell", "base_cell"))
            .select_related("parent__parent", "parent__enterprise", "enterprise")
        )
        ethnicities = {row.code: row for row in Ethnicity.objects.all()}
        taken: set[str] = set()
        members = make_members(random, cells, ethnicities, today=today, taken=taken)
        begins = today - days(YEARS * 365)
        courses = plan_classes(base.parent, actor=users["bantochuc"], first_on=begins + days(20), today=today)
        classrooms = Classrooms(courses, today=today)
        stories = _stories(random, cells, base, members, ethnicities, begins, candidates, today=today, taken=taken)
        for story in stories:
            _live(story, random, classrooms, users, counts, today=today)
        classrooms.write(random)
        open_due_reports(today)
        guard.know_schedule()
        record("demo.load", None, actor=None, **counts)
        counts["people"] = Person.objects.filter(is_demo=True).count()
    return users, counts


def _upper_targets(root):
    """What the upper levels were given for the workbook's year: the Bloc, and above the unions their federation.

    The workbook names only the base organisations; the Bloc's own target lies a little above their sum, so that
    the unallocated rest can be seen, and the federation's at what it passed on.
    """
    federation = Organization.objects.filter(kind=Organization.Kind.UNION_UPPER).first()
    sums = Target.objects.order_by().values("year", "kind", "dimension").annotate(total=Sum("value"))
    for row in list(sums):
        unit = federation if row["kind"] == Target.Kind.NOMINATION and federation else root
        spare = 1 if unit is federation else 1.04
        Target.objects.get_or_create(
            organization=unit,
            path=unit.path,
            year=row["year"],
            kind=row["kind"],
            dimension=row["dimension"],
            defaults={"value": round(row["total"] * spare), "decision": INVENTED_TARGETS},
        )


def _earlier_targets(today):
    """The targets of past years, where none are known: those of the workbook's year, a little lower."""
    held = list(Target.objects.all())
    if not held:
        return
    latest = max(target.year for target in held)
    Target.objects.bulk_create(
        Target(
            organization_id=target.organization_id,
            path=target.path,
            year=year,
            kind=target.kind,
            dimension=target.dimension,
            value=target.value * (10 - (latest - year)) // 10,
            decision=INVENTED_TARGETS,
        )
        for target in held
        if target.year == latest
        for year in range(today.year - YEARS, today.year + 1)
        if year != latest
    )


def _stories(random, cells, home, members, ethnicities, begins, wanted, *, today, taken):
    """People with work and memberships, and the story each is to live; the demo's own base has a good share."""
    religions = {row.code: row for row in Religion.objects.all()}
    factory = [cell for cell in cells if cell.kind == "cell"]
    own = [cell for cell in factory if cell.parent_id == home.pk]
    offices = [cell for cell in cells if cell.kind == "base_cell"]
    mass: dict[int | None, dict[str, Organization]] = {}
    for unit in Organization.objects.filter(party_unit__isnull=False).exclude(line="party"):
        mass.setdefault(unit.party_unit_id, {})[unit.line] = unit
    stories, people, employments, memberships = [], [], [], []
    for turn in range(wanted):
        draw = random.random()
        # The first two were put forward this week, in the units whose staff the accounts are.
        is_new = turn < 2
        unit = random.choice(own if is_new or draw < 0.09 else offices if draw > 0.87 else factory)
        invented = invent(random, youngest=20, oldest=46, today=today, taken=taken)
        person = make_person(
            invented,
            unit,
            ethnicities,
            schooling_grade=random.choice((9, 12, 12, 12, 12)),
            religion=religions.get(random.choice(("0", "0", "0", "0", "1", "2"))),
            hometown="tỉnh Bình Thuận",
            residence="tỉnh Lâm Đồng",
        )
        begins_on = today - days(3) if is_new else begins + days(random.randint(0, YEARS * 365 - 10))
        base = unit.parent if unit.kind == "cell" else unit
        lines = mass.get(base.pk, {})
        young = (begins_on - invented.born_on).days < 29 * 365
        introduced_by = (lines.get("youth_union") if young else None) or lines.get("union")
        if introduced_by:
            person.mass_unit, person.mass_path = introduced_by, introduced_by.path
        enterprise = base.enterprise
        hired_on = begins_on - days(random.randint(400, 2200))
        hired_on = max(hired_on, invented.born_on + days(18 * 366))
        is_worker = enterprise is not None and random.random() < 0.72
        if enterprise:
            employments.append(
                Employment(
                    person=person,
                    enterprise=enterprise,
                    labour_class="direct" if is_worker else "indirect",
                    job_title=random.choice(JOBS) if is_worker else "Nhân viên văn phòng",
                    from_on=hired_on,
                )
            )
        for line, unit_of_line in lines.items():
            if line == "union" or (begins_on - invented.born_on).days < 31 * 365:
                memberships.append(
                    Membership(
                        person=person,
                        kind=line,
                        organization=unit_of_line,
                        from_on=min(hired_on + days(40), begins_on - days(10)),
                    )
                )
        people.append(person)
        luck = random.random()
        stories.append(
            Story(
                person,
                unit,
                members[unit.pk],
                introduced_by,
                lines,
                is_worker,
                begins_on,
                halt=random.choice(("propose", "decide", "admit", "propose_recognition", "verify"))
                if luck < (0.5 if unit in own else 0.09) and begins_on > today - days(480)
                else "",
                exit=random.choice(EXITS) if luck > 0.93 else (),
                enterprise=enterprise,
                hired_on=hired_on,
            )
        )
    Person.objects.bulk_create(people)
    Employment.objects.bulk_create(employments)
    Membership.objects.bulk_create(memberships)
    return stories


def _live(story, random, classrooms, users, counts, *, today):
    """Enter one story: every act is judged by the edition of its day, and the first refused one ends it there."""
    officer = users["bantochuc"]
    candidate = _open(story, random, officer)
    dossier = dossier_of(Candidate.objects.with_dossier().get(pk=candidate.pk), story.begins_on)
    for code, on, act in tell(story, random, classrooms):
        if on > today or code == story.halt:
            break
        if story.exit and code == story.exit[1]:
            code, act = story.exit[0], {"note": story.exit[2]}
        if code == "recognise":
            act["official_on"] = dossier.probation_end(edition_on(on).probation_months.value)
        if code in ("finish_class", "propose_recognition"):
            kind: ClassKind = "awareness" if code == "finish_class" else "new_member"
            course = story.facts[kind]
            dossier = dossier.with_act(
                certificates=(Certificate(kind, classrooms.issued_on(course), class_from=course.starts_on),)
            )
        after = ACTS[code].overlay(dossier, act, on)
        findings = judge(after, code, on)
        if any(finding.refuses for finding in findings):
            counts[f"refused {code}: {findings[0].rule}"] += 1
            break
        reason = "Đã báo cáo cấp trên, có giải trình" if findings else ""
        change = write_act(candidate, code, after, act, findings, reason, actor=officer, on=on)
        dossier = replace(after, stage=Stage(candidate.stage), events={**after.events, code: change.on})
        counts[code] += 1
        if code == "admit":
            dossier = _file_member_papers(candidate, dossier, on + days(random.randint(8, 30)), today=today)
        if candidate.closed_on and code != "recognise":
            break
    store_deadlines(candidate, dossier, on=today)


def _file_member_papers(candidate, dossier, on, *, today):
    """The new member's own record and sheet, due 30 working days after the ceremony (ADM-19)."""
    if on > today:
        return dossier
    for code in ("member_record", "member_sheet"):
        Paper.objects.create(candidate=candidate, party_path=candidate.party_path, form_code=code, dated_on=on)
        dossier = dossier.with_act(papers={code: (PaperFact(on),)})
    return replace(dossier, probation=replace(dossier.probation, profile_on=on))


def _open(story, random, officer):
    resolution = Resolution(number=f"{random.randint(1, 40):02}-NQ/BCH")
    if story.introduced_by:
        resolution = replace(resolution, committee_size=7, in_favour=7)
    candidate, _change = open_candidacy(
        story.person,
        story.unit,
        story.introduced_by,
        actor=officer,
        on=story.begins_on,
        route="",
        labour_class="direct" if story.is_worker else "indirect",
        reason="Lao động giỏi, tích cực trong phong trào",
        resolution=resolution,
    )
    return candidate
