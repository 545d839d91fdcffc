"""Print the held versions of an article, ready to be pinned in a rule module."""

import sys

from ouverture.law.texts import held


def main(code: str, article: str) -> None:
    """One line a version: id, dates, digest."""
    for text in held().values():
        if (text.code, text.article) == (code, article):
            print(text.version, text.since, text.until or "", text.digest)


if __name__ == "__main__":
    main(*sys.argv[1:3])
