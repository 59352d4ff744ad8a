"""A new plan put together: from a table of targets, or from next to nothing."""
