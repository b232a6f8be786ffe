"""The question of balance."""
