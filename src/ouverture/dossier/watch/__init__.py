"""Nobody is late in silence: the person is reminded, and a late office is escalated, desk by desk (G1)."""
