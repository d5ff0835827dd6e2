"""Licences of Alibaba's Qwen models."""
