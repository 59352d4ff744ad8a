"""What a plan promises: source text to nodes with their places, to records, to the rules between them."""
