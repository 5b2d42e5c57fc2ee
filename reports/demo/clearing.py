"""Taking the demo away again: its people, candidacies, classes, reports and accounts; organisations stay."""


def clear():
    return 0
