"""Results as rows: every outward column defined once, every table laid out here."""
