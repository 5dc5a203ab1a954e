"""What the workbook of a report is made of: formulas with their values, the look of numbers, and one module a sheet."""
