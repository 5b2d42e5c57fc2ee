"""Candidacies and all that hangs on them."""

from candidates.models.acts import StageChange, Vote
from candidates.models.candidate import Candidate
from candidates.models.helpers import Introduction, MentorAssignment
from candidates.models.papers import Paper, Verification
from candidates.models.policy import Policy

__all__ = [
    "Candidate",
    "Introduction",
    "MentorAssignment",
    "Paper",
    "Policy",
    "StageChange",
    "Verification",
    "Vote",
]
