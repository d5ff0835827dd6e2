"""Licences of other makers, source-available ones, hosted-only terms, and none."""
