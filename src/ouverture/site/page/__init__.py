"""The look: tokens, type, the shell of every page, and the parts that every desk is made of."""
