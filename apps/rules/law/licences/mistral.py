"""Licences of Mistral AI beside Apache 2.0."""
