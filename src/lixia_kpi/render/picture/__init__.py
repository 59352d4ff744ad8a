"""Pictures: shapes laid out once, written as SVG with the outlines of every character, and as PNG from that."""
