"""The web page: what it says (`page`), its bars and pictures (`bar`, `picture`), its colours, template and styles."""
