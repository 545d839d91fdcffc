"""The law of admission to French health cover as small named rules: one module per article, quoting its words."""
