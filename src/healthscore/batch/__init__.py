"""Many articles: worker processes, what a killed run left behind, and what is seen only at the end.

Nothing is imported here: ``score_many`` needs the workers alone, and the command all of it.
"""
