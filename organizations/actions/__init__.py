"""Every write to the trees and to what stands beside them."""

from organizations.actions.manner import Refused
from organizations.actions.registers import (
    change_enterprise,
    override_day,
    record_strength,
    register_enterprise,
    withdraw_override,
)
from organizations.actions.tree import close, create_organization, merge, move, reclassify, rename
from organizations.actions.units import change_facts, delegate, set_enterprise

__all__ = [
    "Refused",
    "change_enterprise",
    "change_facts",
    "close",
    "create_organization",
    "delegate",
    "merge",
    "move",
    "override_day",
    "reclassify",
    "record_strength",
    "register_enterprise",
    "rename",
    "set_enterprise",
    "withdraw_override",
]
