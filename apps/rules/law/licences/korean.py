"""Licences of Korean makers."""
