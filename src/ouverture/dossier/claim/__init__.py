"""Care sheets and their money: received, priced with the base the caisse gives, paid once, kept while payments stop."""
