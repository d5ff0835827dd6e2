"""Licences of NVIDIA's models."""
