"""What would change the answer: small changes, traps, and the distance to each line of the law."""
