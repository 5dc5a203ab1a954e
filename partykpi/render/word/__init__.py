"""What a Word document is made of: the rules it follows, its styles, its table and the parts around it."""
