"""Published figures: what they speak of, what the arithmetic says of them, and what they imply."""
