"""The licence of Cohere's research models."""
