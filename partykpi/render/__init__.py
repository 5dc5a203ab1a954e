"""Reports, explanations and findings as text."""
