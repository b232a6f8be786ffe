"""The question of consistency."""
