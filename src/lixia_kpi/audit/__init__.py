"""Whether the figures of a plan agree with each other: identities, doubled promises, sources, printed growth."""
