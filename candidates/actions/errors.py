"""Why an act did not happen: everything at once, never only the first reason."""


class Refused(Exception):
    """The rules stand against the act. Nothing was written.

    `findings` holds every refusal and warning; `needs_reason` tells that only warnings stand, and
    that a written reason would let the act go on.
    """

    def __init__(self, findings):
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings

    @property
    def needs_reason(self):
        return not any(finding.refuses for finding in self.findings)


class Stale(Exception):
    """Somebody else has changed the dossier since it was opened. Nothing was written.

    `changes` are the acts recorded in the meantime, newest last.
    """

    def __init__(self, changes):
        super().__init__("the dossier has changed")
        self.changes = changes
