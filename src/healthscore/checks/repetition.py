"""The question of repetition."""
