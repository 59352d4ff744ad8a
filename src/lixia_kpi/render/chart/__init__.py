"""Charts in a terminal: a canvas of characters, an axis of round numbers, the chart of a pathway."""
