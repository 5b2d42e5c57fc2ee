"""The same questions put to PostgreSQL directly: hand-written statements, as the application's role, in the same scope.

Each function gets an open cursor armed with the scope of the office that asks; what the page writes, it writes too.
"""

LIST = """
SELECT c.id, p.full_name, p.born_on, p.born_precision, p.identity_number, u.name, u.short_name, work.name,
       c.stage, c.stage_since, c.next_due_on, c.opened_on
FROM candidates_candidate c
JOIN people_person p ON p.id = c.person_id
JOIN organizations_organization u ON u.id = c.unit_id
LEFT JOIN LATERAL (
    SELECT n.name FROM people_employment e JOIN organizations_enterprise n ON n.id = e.enterprise_id
    WHERE e.person_id = p.id AND e.from_on <= current_date AND (e.to_on IS NULL OR e.to_on >= current_date)
    ORDER BY e.from_on DESC, e.id DESC LIMIT 1
) work ON true
WHERE c.party_path >= %(low)s AND c.party_path < %(high)s AND {where}
ORDER BY c.opened_on DESC, c.id DESC LIMIT 51
"""
COUNT = """
SELECT count(*) FROM (
    SELECT 1 FROM candidates_candidate c
    WHERE c.party_path >= %(low)s AND c.party_path < %(high)s AND {where} LIMIT 1001
) capped
"""
OPEN = "c.closed_on IS NULL"
DEEP = OPEN + " AND (c.opened_on, c.id) < (%(opened_on)s, %(pk)s)"
# The word index under row-level security: by the database's own function (people/migrations/0003_named.py).
NAMED = "c.person_id IN (SELECT people_named(%(words)s))"

LOOK = """
INSERT INTO audit_entry (at, actor_id, actor_name, office, verb, subject_type, subject_id, subject_name, scope_path,
    reason, details)
VALUES (now(), %(actor)s, 'bench', '', %(verb)s, 'candidates.candidate', %(pk)s, 'bench', '/', '', '{}')
"""
# What the rules and the page ask of one candidacy, a statement for each kind of row.
DOSSIER = (
    "SELECT * FROM candidates_candidate c JOIN people_person p ON p.id = c.person_id"
    " JOIN organizations_organization u ON u.id = c.unit_id"
    " LEFT JOIN organizations_organization b ON b.id = u.parent_id"
    " LEFT JOIN organizations_organization m ON m.id = c.introduced_by_id WHERE c.id = %(pk)s",
    'SELECT * FROM candidates_stagechange WHERE candidate_id = %(pk)s ORDER BY "on", id',
    "SELECT * FROM candidates_paper WHERE candidate_id = %(pk)s ORDER BY dated_on, id",
    "SELECT * FROM candidates_vote WHERE candidate_id = %(pk)s ORDER BY held_on, id",
    "SELECT * FROM candidates_verification WHERE candidate_id = %(pk)s",
    "SELECT * FROM candidates_introduction i JOIN people_person p ON p.id = i.member_id"
    " LEFT JOIN people_partymembership f ON f.person_id = p.id WHERE i.candidate_id = %(pk)s",
    "SELECT * FROM candidates_mentorassignment a JOIN people_person p ON p.id = a.mentor_id"
    " LEFT JOIN people_partymembership f ON f.person_id = p.id WHERE a.candidate_id = %(pk)s",
    "SELECT * FROM training_certificate t LEFT JOIN training_enrollment e ON e.id = t.enrollment_id"
    " LEFT JOIN training_course k ON k.id = e.course_id WHERE t.person_id = %(person)s",
    "SELECT * FROM people_membership WHERE person_id = %(person)s",
    "SELECT * FROM people_employment w JOIN organizations_enterprise e ON e.id = w.enterprise_id"
    " LEFT JOIN organizations_organization o ON o.enterprise_id = e.id WHERE w.person_id = %(person)s",
    "SELECT key, value FROM candidates_policy",
    'SELECT "on", is_working FROM organizations_holidayoverride',
)
FORM = (
    "SELECT o.*, u.name FROM organizations_organization o"
    " LEFT JOIN organizations_organization u ON u.id = o.party_unit_id"
    " WHERE o.path >= %(low)s AND o.path < %(high)s OR u.path >= %(low)s AND u.path < %(high)s ORDER BY o.path",
    "SELECT * FROM organizations_enterprise WHERE closed_on IS NULL ORDER BY name",
)
LOCK = "SELECT * FROM candidates_candidate WHERE id = %(pk)s FOR UPDATE"
DROP_ACT = (
    LOCK,
    """
    INSERT INTO candidates_stagechange (candidate_id, party_path, mass_path, transition, from_stage, to_stage, "on",
        organization_id, organization_name, document_number, document_on, signer_title, labour_class, edition, findings,
        override_reason, facts, note, from_paper_record, candidate_version, actor_id, actor_name, recorded_at,
        withdrawn_by, withdrawn_reason)
    SELECT id, party_path, mass_path, 'drop', stage, 'dropped', current_date, unit_id, 'bench', '',
        current_date, '', labour_class, 'HD01', '[]', '', '{}', '', false, version + 1, %(actor)s, 'bench',
        now(), '', ''
    FROM candidates_candidate WHERE id = %(pk)s
    """,
    "UPDATE candidates_candidate SET stage = 'dropped', stage_since = current_date, closed_on = current_date,"
    " version = version + 1, next_due = '[]', next_due_on = NULL WHERE id = %(pk)s",
    LOOK,
)
PAPER = (
    LOCK,
    """
    INSERT INTO candidates_paper (candidate_id, party_path, form_code, number, dated_on, issuer, state, where_kept,
        recorded_at)
    SELECT id, party_path, 'opinions', '1-NQ/CB', current_date, '', 'signed', '', now()
    FROM candidates_candidate WHERE id = %(pk)s
    """,
    "UPDATE candidates_candidate SET version = version + 1, next_due = next_due WHERE id = %(pk)s",
    LOOK,
)
DASHBOARD = (
    """
    SELECT s.party_path, s.to_stage, coalesce(nullif(s.labour_class, ''), c.labour_class) AS labour,
           count(*) FILTER (WHERE s."on" >= %(year)s), count(*) FILTER (WHERE s."on" <= %(last_to)s)
    FROM candidates_stagechange s JOIN candidates_candidate c ON c.id = s.candidate_id
    WHERE s.withdrawn_at IS NULL AND s.to_stage IN ('introduced', 'on_probation', 'recognised')
      AND s."on" >= %(last_year)s AND s."on" <= %(to_on)s AND s.party_path >= %(low)s AND s.party_path < %(high)s
    GROUP BY 1, 2, 3
    """,
    "SELECT stage, count(*) FROM candidates_candidate WHERE party_path >= %(low)s AND party_path < %(high)s GROUP BY 1",
    """
    SELECT extract(year FROM s."on"), extract(month FROM s."on"),
           coalesce(nullif(s.labour_class, ''), c.labour_class) AS labour, count(*)
    FROM candidates_stagechange s JOIN candidates_candidate c ON c.id = s.candidate_id
    WHERE s.withdrawn_at IS NULL AND s.to_stage = 'on_probation' AND s."on" BETWEEN %(last_year)s AND %(to_on)s
      AND s.party_path >= %(low)s AND s.party_path < %(high)s GROUP BY 1, 2, 3
    """,
    """
    SELECT party_path, max("on") FROM candidates_stagechange WHERE withdrawn_at IS NULL AND to_stage = 'on_probation'
      AND "on" <= %(to_on)s AND party_path >= %(low)s AND party_path < %(high)s GROUP BY 1
    """,
    "SELECT party_path, count(*) FROM candidates_candidate WHERE closed_on IS NULL AND next_due_on < current_date"
    " AND party_path >= %(low)s AND party_path < %(high)s GROUP BY 1",
    "SELECT organization_id, kind, dimension, value FROM reports_target"
    " WHERE year = extract(year FROM %(to_on)s::date)",
    "SELECT * FROM organizations_organization WHERE path >= %(low)s AND path < %(high)s",
)
# Every figure of the monthly report for every unit, rolled up the tree and written, in one statement.
REPORT = """
WITH windows (name, from_on, to_on) AS (
    VALUES ('period', %(from_on)s::date, %(to_on)s::date), ('year', %(year)s::date, %(to_on)s::date),
           ('last_period', %(last_from)s::date, %(last_to)s::date),
           ('last_year', %(last_year)s::date, %(last_to)s::date)
), flows (transition, key, workers) AS (
    VALUES ('nominate', 'nominated', false), ('nominate', 'nominated_workers', true), ('list', 'listed', false),
           ('propose', 'proposed', false), ('admit', 'admitted', false), ('admit', 'admitted_workers', true),
           ('recognise', 'recognised', false), ('strike_off', 'struck_off', false), ('annul', 'struck_off', false),
           ('drop', 'ended', false), ('withdraw', 'ended', false), ('refuse_by_cell', 'ended', false),
           ('refuse_by_committee', 'ended', false), ('transfer_out', 'ended', false), ('decease', 'ended', false)
), acts AS MATERIALIZED (
    SELECT s.party_path, s.mass_path, s.transition, s."on",
           coalesce(nullif(s.labour_class, ''), c.labour_class) = 'direct' AS is_worker
    FROM candidates_stagechange s JOIN candidates_candidate c ON c.id = s.candidate_id
    WHERE s.withdrawn_at IS NULL AND s."on" BETWEEN %(last_year)s AND %(to_on)s
), counted (path, key, name, number) AS (
    SELECT party_path, flows.key, windows.name, count(*)
    FROM acts JOIN flows ON flows.transition = acts.transition AND (NOT flows.workers OR acts.is_worker)
    JOIN windows ON acts."on" BETWEEN windows.from_on AND windows.to_on GROUP BY 1, 2, 3
    UNION ALL
    SELECT mass_path, flows.key, windows.name, count(*)
    FROM acts JOIN flows ON flows.transition = acts.transition AND (NOT flows.workers OR acts.is_worker)
    JOIN windows ON acts."on" BETWEEN windows.from_on AND windows.to_on
    WHERE mass_path <> '' AND flows.transition IN ('nominate', 'admit') GROUP BY 1, 2, 3
    UNION ALL
    SELECT latest.party_path, stage.key, latest.name, count(*) FROM (
        SELECT DISTINCT ON (windows.name, s.candidate_id) windows.name, s.party_path, s.to_stage
        FROM windows JOIN candidates_stagechange s ON s.withdrawn_at IS NULL AND s."on" <= windows.to_on
        WHERE windows.name IN ('period', 'last_period')
        ORDER BY windows.name, s.candidate_id, s."on" DESC, s.id DESC
    ) latest CROSS JOIN LATERAL (
        VALUES ('stage_' || latest.to_stage),
               (CASE WHEN latest.to_stage LIKE '%%probation' OR latest.to_stage LIKE 'recognition%%'
                     THEN 'probationers' ELSE 'under_way' END)
    ) stage (key) GROUP BY 1, 2, 3
    UNION ALL
    SELECT e.party_path, k.kind || '_learners', windows.name, count(DISTINCT e.person_id)
    FROM training_enrollment e JOIN training_course k ON k.id = e.course_id AND k.state <> 'cancelled'
    JOIN windows ON k.starts_on <= windows.to_on AND k.ends_on >= windows.from_on AND e.enrolled_on <= windows.to_on
    WHERE e.state IN ('enrolled', 'passed', 'failed') GROUP BY 1, 2, 3
    UNION ALL
    SELECT t.party_path, t.kind || '_certificates', windows.name, count(DISTINCT t.person_id)
    FROM training_certificate t JOIN windows ON t.issued_on BETWEEN windows.from_on AND windows.to_on
      AND (t.revoked_on IS NULL OR t.revoked_on > windows.to_on) GROUP BY 1, 2, 3
), rolled AS (
    SELECT o.id, counted.key, counted.name, sum(counted.number) AS number
    FROM counted CROSS JOIN LATERAL (
        SELECT '/' || array_to_string((string_to_array(trim('/' FROM counted.path), '/'))[1:depth], '/') || '/' AS path
        FROM generate_series(1, array_length(string_to_array(trim('/' FROM counted.path), '/'), 1)) AS depth
    ) upper JOIN organizations_organization o ON o.path = upper.path GROUP BY 1, 2, 3
), made AS (
    SELECT id, jsonb_object_agg(key, numbers) AS figures
    FROM (SELECT id, key, jsonb_object_agg(name, number) AS numbers FROM rolled GROUP BY 1, 2) keyed GROUP BY 1
)
UPDATE reports_report SET figures = made.figures, state = 'ready', error = '', generated_at = now()
FROM made WHERE made.id = reports_report.organization_id AND reports_report.period_to = %(to_on)s
"""
