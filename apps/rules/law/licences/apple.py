"""Licences of Apple's models."""
