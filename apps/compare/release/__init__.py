"""Open or closed: one description under each way to release it."""
