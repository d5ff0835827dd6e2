"""Licences of MiniMax's models."""
