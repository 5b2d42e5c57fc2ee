"""The three trees, who holds which office in them, and the enterprises they stand in."""

from organizations.models.offices import Assignment, Role
from organizations.models.tables import (
    CodeTable,
    Ethnicity,
    HolidayOverride,
    LabourClass,
    Occupation,
    OwnershipType,
    Qualification,
    Religion,
)
from organizations.models.tree import PATH_LENGTH, Enterprise, Line, Organization, Placement, Strength

__all__ = [
    "PATH_LENGTH",
    "Assignment",
    "CodeTable",
    "Enterprise",
    "Ethnicity",
    "HolidayOverride",
    "LabourClass",
    "Line",
    "Occupation",
    "Organization",
    "OwnershipType",
    "Placement",
    "Qualification",
    "Religion",
    "Role",
    "Strength",
]
