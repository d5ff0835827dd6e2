"""Scenarios side by side: release strategies, jurisdictions, days, models. Decides nothing by itself."""
