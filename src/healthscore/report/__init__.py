"""One Report, many forms: a renderer a format, each a pure function of the Report."""
