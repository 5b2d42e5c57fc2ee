"""How an act says no."""


class Refused(Exception):
    """Nothing was written; `findings` holds every reason, each with its rule and citation."""

    def __init__(self, findings):
        self.findings = list(findings)
        super().__init__("; ".join(f"{finding.rule}: {finding.message}" for finding in self.findings))


def refuse_if(findings):
    """Raise Refused if there is any finding."""
    found = list(findings)
    if found:
        raise Refused(found)
