"""Pictures of a target over its term."""
