"""What continuous integration reads: annotations, test reports, analysis results."""
