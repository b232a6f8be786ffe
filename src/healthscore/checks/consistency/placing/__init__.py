"""Where a thing is put: on a scale, in a class, on one of two sides, among the many or the few."""
