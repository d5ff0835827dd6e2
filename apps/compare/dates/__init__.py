"""Then or now: one description on any two days of either clock, day by day, and what is coming."""
