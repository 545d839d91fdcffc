"""The article's story, replayed through the machine twice: with its caisse outside this system, and with it inside.

``cast`` holds the invented person and the days, ``outside`` and ``inside`` the steps of the two runs, ``replay`` plays
them, ``spared`` compares them, ``page`` writes ``docs/article-story.md``. Days are invented; their delays are the
article's. The two runs differ in what the caisse tells, and when: the days on which it works are the same.
"""
