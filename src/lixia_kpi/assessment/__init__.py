"""The wings meet: gap, pace and status of every target; one published rule a file."""
