"""Figures: declared once, counted from dated history, so that any past day can be asked.

compute() gives the numbers of the whole tree, people_of() the people behind one of them: both ask the same source.
"""

from reports.figures.computing import COUNTED_BY, MASS_FIGURES, Computed, compute, counted_by, people_of, upwards
from reports.figures.counting import CountedBy
from reports.figures.declared import DECLARED, FIGURES, Figure, Share
from reports.figures.percent import NONE, percent, shown

__all__ = [
    "COUNTED_BY",
    "DECLARED",
    "FIGURES",
    "MASS_FIGURES",
    "NONE",
    "Computed",
    "CountedBy",
    "Figure",
    "Share",
    "compute",
    "counted_by",
    "people_of",
    "percent",
    "shown",
    "upwards",
]
