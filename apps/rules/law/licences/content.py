"""Licences for content, data and models as a whole."""
