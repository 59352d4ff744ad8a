"""Units: symbol, dimension, scale, and the exact conversion between units of one dimension."""
