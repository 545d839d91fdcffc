"""The site: one question a screen, then the answer with its law and the plan. It keeps nothing and calls nobody."""
