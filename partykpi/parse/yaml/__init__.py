"""From bytes to YAML nodes that know their places."""
