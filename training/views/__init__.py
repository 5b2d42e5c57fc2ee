"""Pages of the classes: the classes themselves, their learners, certificates."""
