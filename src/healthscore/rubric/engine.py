"""From measures to ratings."""
