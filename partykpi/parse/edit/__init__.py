"""Resolution files that are written: a new one, and a reading put into one that exists."""
