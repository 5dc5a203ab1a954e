"""How far a target has come: attainment, years, pace, and the periods without a reading."""
