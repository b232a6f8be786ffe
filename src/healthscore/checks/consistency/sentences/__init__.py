"""Sentences, and clauses of them, held against each other as a whole."""
