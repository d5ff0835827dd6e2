"""The licence of xAI's Grok 2."""
