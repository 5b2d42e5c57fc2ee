"""The workbook of Party organisations: read, proved to be one sound tree, and written.

Nothing is written unless every row is sound. Running it again changes only what the workbook changed: a new name or
parent is a new dated Placement (ORG-0).
"""
