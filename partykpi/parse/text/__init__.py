"""From the text of one scalar to numbers, units, periods and the wordings of claims."""
