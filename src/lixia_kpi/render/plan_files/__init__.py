"""The files of a new plan folder, as people would write them by hand."""
