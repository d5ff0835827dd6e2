"""Copyleft licences approved by the Open Source Initiative."""
