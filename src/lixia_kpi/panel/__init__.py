"""Very many series at once: regions by indicators, judged in blocks and counted."""
