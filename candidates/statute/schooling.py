"""Last grade of a level of general education, by length of the school system in years (12, or the older 10)."""

LOWER_SECONDARY = {12: 9, 10: 7}
PRIMARY = {12: 5, 10: 4}
