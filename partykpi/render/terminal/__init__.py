"""What a terminal shows: grids, lines and colours."""
