"""One-time passwords, read aloud or copied by hand."""

import secrets

# Without 0/o, 1/l/i: they are mistaken for one another on paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, LENGTH = 3, 4


def one_time_password():
    """Three groups of four letters and digits (59 bits), as in `k7mp-x2hw-9cde`."""
    return "-".join("".join(secrets.choice(LETTERS) for _letter in range(LENGTH)) for _group in range(GROUPS))
