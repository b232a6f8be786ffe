"""The question of sourcing."""
