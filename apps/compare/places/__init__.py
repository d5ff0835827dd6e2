"""Jurisdictions by topics: what each asks of one description, and why a cell is empty."""
