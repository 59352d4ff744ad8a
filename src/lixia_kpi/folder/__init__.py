"""A plan folder opened: targets, baselines and actuals together, and the yearly series that follow from them."""
