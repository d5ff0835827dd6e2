"""A catalogue of models: our own examples and tables that a user brings, against the lines that the law draws."""
