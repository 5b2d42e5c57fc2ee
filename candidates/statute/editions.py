"""The six editions, each as what it changed against the one before."""

from datetime import date
from fractions import Fraction

from candidates.statute.edition import Edition
from candidates.statute.instruments import (
    CHARTER,
    HD01_2016,
    HD01_2021,
    HD01_2026,
    HD06_2025,
    HD61_2022,
    ND98_2014,
    QD20_2026,
    QD24_2021,
    QD29_2016,
    QD54_1999,
    QD208_2026,
    QD232_2025,
    QD294_2025,
)
from candidates.statute.provision import Provision, Share

TWO_THIRDS = Share(Fraction(2, 3))
MORE_THAN_HALF = Share(Fraction(1, 2), more_than=True)
KNOWN = "kiến thức chung"

RV2016 = Edition(
    key="RV2016",
    from_on=date(2016, 7, 25),
    to_on=date(2021, 7, 29),
    regulation=QD29_2016,
    guidance=HD01_2016,
    draft=False,
    minimum_age=Provision(18, QD29_2016, source="S3, S5, S25", verified=True, open_point="OPEN-18"),
    maximum_age=Provision(60, QD29_2016, source="S3, S5, S25", verified=True, open_point="OPEN-18"),
    youth_age_last=Provision(30, CHARTER, source=KNOWN, open_point="OPEN-14"),
    over_age_agreement=Provision(True, HD01_2016, source="S16, S53", verified=True),
    citizen=Provision(True, CHARTER, source="S1, S45", verified=True),
    education=Provision("bằng tốt nghiệp trung học cơ sở hoặc tương đương", QD29_2016, source="S1", verified=True),
    education_exception=Provision(True, HD01_2016, source="S14, S16, S53"),
    introduction_routes=Provision(True, CHARTER, "khoản 1 Điều 4", source="S25, S51"),
    union_route_over_youth_age=Provision(False, CHARTER, "khoản 1 Điều 4", source=KNOWN, open_point="OPEN-5"),
    introducer_months=Provision(12, QD29_2016, source="S4, S33, S25", verified=True),
    residence_counts=Provision(False, QD29_2016, source="S4", verified=True),
    introducer_full_member=Provision(True, CHARTER, "khoản 1 Điều 4", source="S33, S45", verified=True),
    introducer_relative=Provision(True, QD29_2016, source=KNOWN),
    mentor_replacement=Provision(True, QD29_2016, source="S33", verified=True),
    mentor_full_member=Provision(True, QD29_2016, source="S45", verified=True),
    introduction_share=Provision(MORE_THAN_HALF, HD01_2016, source=KNOWN, open_point="OPEN-17"),
    paper_order=Provision(True, HD01_2016, source="S25", verified=True),
    date_order=Provision(True, QD29_2016, source=KNOWN),
    certificate_months=Provision(60, HD01_2016, source=KNOWN, open_point="OPEN-4"),
    paper_months=Provision(12, HD01_2016, source="S46", open_point="OPEN-12"),
    introduction_letter=Provision(True, HD01_2016, source="S42, S43", verified=True),
    opinions=Provision(True, HD01_2016, source="S26, S42", verified=True),
    verification=Provision(True, HD01_2016, source="S25, S41", verified=True),
    verifier_not_relative=Provision(True, HD01_2016, source="S39", verified=True),
    political_issue=Provision(True, HD01_2016, source="S18, S33", verified=True),
    verification_working_days=Provision(30, HD01_2016, source=KNOWN, open_point="OPEN-11"),
    verification_abroad_working_days=Provision(90, HD01_2016, source=KNOWN, open_point="OPEN-11"),
    cell_minimum=Provision(3, QD29_2016, source="S24, S25", verified=True),
    cell_share=Provision(TWO_THIRDS, HD01_2016, source=KNOWN),
    cell_base=Provision(
        "toàn bộ đảng viên chính thức, trừ sinh hoạt tạm thời nơi khác và miễn sinh hoạt vắng mặt",
        QD29_2016,
        source="S25",
    ),
    committee_share=Provision(TWO_THIRDS, HD01_2016, source=KNOWN, open_point="OPEN-13"),
    delegated_share=Provision(TWO_THIRDS, HD01_2016, source="S25", verified=True),
    board_share=Provision(MORE_THAN_HALF, HD01_2016, source="S47"),
    deciding_body=Provision("standing_board", QD29_2016, source="S2, S27", verified=True),
    delegated_body=Provision("delegated_committee", QD29_2016, source="S2, S27", verified=True),
    appraisal=Provision(True, HD01_2016, source="S26", verified=True),
    decision_working_days=Provision(60, QD29_2016, source="S2, S27", verified=True),
    extension_working_days=Provision(30, QD29_2016, source="S2, S27", verified=True),
    ceremony_working_days=Provision(30, QD29_2016, source="S27, S48, S25", verified=True),
    ceremony_clock=Provision("received", QD29_2016, source="S27, S48, S25", verified=True),
    probation_start=Provision("ceremony", CHARTER, source="S45, S25", verified=True),
    profile_working_days=Provision(30, HD01_2016, source="S25, S19", verified=True),
    probation_months=Provision(12, CHARTER, source="S45", verified=True),
    probation_mentor=Provision(True, QD29_2016, source="S45", verified=True),
    probation_fixed=Provision(True, CHARTER, source=KNOWN),
    new_member_class=Provision(True, QD54_1999, source="S60, S61", verified=True, open_point="OPEN-7"),
    recognition_papers=Provision(True, HD01_2016, source="S45, S50", verified=True),
    recognition_after_probation=Provision(True, HD01_2016, source="S62", verified=True, open_point="OPEN-6"),
    recognition_cell_working_days=Provision(30, QD29_2016, source="S63, S25, S27", verified=True),
    recognition_working_days=Provision(30, QD29_2016, source="S2", verified=True),
    official_date=Provision("probation_end", QD29_2016, source="S63, S64", verified=True),
    recognition_votes=Provision(3, QD29_2016, source="S64, S27", verified=True),
    party_age_start=Provision("decision", CHARTER, source="S25, S45, S62", verified=True),
    no_vote_before_recognition=Provision(True, CHARTER, source="S25", verified=True),
    probation_discipline=Provision(True, CHARTER, source="S25, S45", verified=True),
    absence_months=Provision(3, CHARTER, source="S10"),
    transfer_working_days=Provision(60, QD29_2016, source="S25, S10, S57", verified=True),
    transfer_letter_working_days=Provision(30, QD29_2016, source="S57", verified=True),
    transfer_papers=Provision(True, HD01_2016, source="S56, S49"),
    readmission_months=Provision(36, QD29_2016, source="S58, S59", verified=True),
    readmission_after_crime_months=Provision(60, QD29_2016, source="S58, S59", verified=True),
    readmission_once=Provision(1, QD29_2016, source="S59", verified=True),
    readmission_never=Provision(True, QD29_2016, source="S59, S25", verified=True),
    base_committee_members=Provision(30, CHARTER, "khoản 5 Điều 21", source="S29, S30", verified=True),
    enterprise_months=Provision(12, ND98_2014, source="S75, S76", verified=True),
    awareness_periods=Provision(50, HD61_2022, source="S66", verified=True),
    awareness_sessions=Provision(10, HD61_2022, source="S66", verified=True),
    awareness_days=Provision(5, HD61_2022, source="S66", verified=True),
    awareness_lessons=Provision(5, HD61_2022, source="S67", verified=True),
    new_member_lessons=Provision(10, QD54_1999, source="S60, S61", verified=True),
    cell_name=Provision("chi bộ cơ sở, chi bộ trực thuộc", CHARTER, source="S23, S24", verified=True),
)

RV2021 = RV2016.reissued(
    key="RV2021",
    from_on=date(2021, 7, 30),
    to_on=date(2025, 1, 19),
    regulation=QD24_2021,
    guidance=HD01_2021,
    education=Provision("bằng tốt nghiệp trung học cơ sở trở lên", QD24_2021, source="S3", verified=True),
    residence_counts=Provision(True, QD24_2021, source="S4", verified=True),
    introduction_share=Provision(MORE_THAN_HALF, QD24_2021, "điểm 3.1", source="S33", open_point="OPEN-17"),
    paper_months=Provision(12, HD01_2021, "mục 5", source="S46", open_point="OPEN-12"),
    political_issue=Provision(True, QD24_2021, source="S18, S33", verified=True),
)

RV2025A = RV2021.reissued(
    key="RV2025a",
    from_on=date(2025, 1, 20),
    to_on=date(2025, 6, 30),
    regulation=QD232_2025,
    education=Provision("bằng tốt nghiệp trung học cơ sở trở lên", QD232_2025, source="S5", verified=True),
    decision_working_days=Provision(60, QD232_2025, "điểm 4", source="S27", verified=True),
    extension_working_days=Provision(30, QD232_2025, "điểm 4", source="S27", verified=True),
)

RV2025B = RV2025A.reissued(
    key="RV2025b",
    from_on=date(2025, 7, 1),  # OPEN-1: signed 26/05/2025, in force 01/07/2025 by the press
    to_on=date(2026, 4, 7),
    regulation=QD294_2025,
    guidance=HD06_2025,
    paper_order=Provision(True, HD06_2025, "mục 3", source="S25 câu 4", verified=True),
    certificate_months=Provision(60, HD06_2025, "mục 5.4", source="S25 câu 7", verified=True, open_point="OPEN-4"),
    cell_share=Provision(TWO_THIRDS, HD06_2025, "mục 3.6b", source="S25 câu 44", verified=True),
    cell_base=Provision(RV2016.cell_base.value, QD294_2025, "điểm 9.3.2", source="S25 câu 3", verified=True),
    delegated_share=Provision(TWO_THIRDS, HD06_2025, "mục 3.7a", source="S25 câu 17", verified=True),
)

RV2026A = RV2025B.reissued(
    key="RV2026a",
    from_on=date(2026, 4, 8),
    to_on=date(2026, 7, 25),
    regulation=QD20_2026,
    guidance=HD01_2026,
    draft=True,
)

RV2026B = RV2026A.reissued(
    key="RV2026b",
    from_on=date(2026, 7, 26),
    to_on=None,
    regulation=QD208_2026,
    draft=True,
    education=Provision(
        "hoàn thành chương trình giáo dục bậc trung học cơ sở trở lên", QD208_2026, source="S10", open_point="OPEN-20"
    ),
    delegated_share=Provision(None, QD208_2026, source="S10", open_point="OPEN-2"),
    delegated_body=Provision("standing_board", QD208_2026, source="S10", open_point="OPEN-20"),
    ceremony_clock=Provision("issued", QD208_2026, source="S10", open_point="OPEN-20"),
    cell_name=Provision("chi bộ", QD208_2026, source="S10", open_point="OPEN-20"),
)

EDITIONS = (RV2016, RV2021, RV2025A, RV2025B, RV2026A, RV2026B)
