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
from organizations.models.tree import Enterprise, Line, Organization, Placement, Strength

__all__ = [
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
