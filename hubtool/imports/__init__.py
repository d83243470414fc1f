"""What strangers send becomes case files: one door, with one set of limits, and no word lost."""
