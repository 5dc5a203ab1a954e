"""From YAML nodes to goals, readings and claims."""
