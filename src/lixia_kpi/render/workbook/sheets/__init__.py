"""The sheets, one a file: each takes a sheet and writes it."""
