"""What the statute demands of an act: one generator for each requirement over (dossier, edition, on)."""
