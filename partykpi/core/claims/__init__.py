"""Published figures: what they are about, what the arithmetic says of them, and what they imply."""
