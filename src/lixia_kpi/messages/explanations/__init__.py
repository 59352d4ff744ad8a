"""What each code means, when it arises and what to do: the long texts of `kpi explain`."""
