"""The words the papers rest on, once each: the code of relations with the public, the social security code, and what
our sources say where no article is held."""
