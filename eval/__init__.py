"""Measuring: predictions for the public scorers (never reading a label), the table of figures, the floors they may not fall below."""
