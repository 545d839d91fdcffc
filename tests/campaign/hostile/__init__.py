"""Whatever a hand can type or send, at random, at the command line and at the site: nothing breaks, nobody waits."""
