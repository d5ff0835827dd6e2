"""Law of the United Kingdom, one file per instrument, in the order of its text."""
