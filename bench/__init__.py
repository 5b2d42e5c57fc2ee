"""How fast the pages and the monthly report are, as ratios to the database and to the lightest page Django can give.

`make bench` runs it; docs/performance.md says what is measured and how.
"""
