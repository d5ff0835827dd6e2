"""The licence of DeepSeek's earlier models."""
