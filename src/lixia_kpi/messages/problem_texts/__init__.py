"""Faults in words, one kind of source a file: each with a sentence and what to do about it, in both languages."""
