"""Terms of Google."""
