"""Licences of the Technology Innovation Institute's Falcon models."""
