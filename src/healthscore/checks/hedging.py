"""The question of hedging."""
