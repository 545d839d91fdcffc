"""Cover itself: open from a day, on a ground; closed only after the notices of the law (R111-4, R114-10, R114-10-1)."""
