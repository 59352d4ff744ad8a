"""The command line: options in, bytes out. No arithmetic, no formatting."""
