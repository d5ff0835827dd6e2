"""International instruments: one treaty between states, and what organisations promise or adopt of their own will."""
