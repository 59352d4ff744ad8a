"""Values of a plan file changed where they stand; comments, layout and all else stay as they are, byte for byte."""
