"""The lowest readers: bytes to text, text to numbers, and what the eye does not see in either."""
