"""Licences of Moonshot AI's Kimi models."""
