"""What if: assumptions about growth, values, targets and shocks, and every target judged before and after them."""
