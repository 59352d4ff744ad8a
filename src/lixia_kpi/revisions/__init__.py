"""Revision analysis: what changed between two states of a plan, in its figures and in its statuses."""
