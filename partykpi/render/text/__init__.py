"""Words, numbers, dates and sentences in the language of the reader."""
