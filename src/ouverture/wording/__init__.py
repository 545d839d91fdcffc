"""What is said: the steps of a plan as data, with no layout."""
