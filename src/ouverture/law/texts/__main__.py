"""Print the held versions of an article, ready to be pinned in a rule module."""

import argparse

from ouverture.law.texts import held


def main(code: str, article: str) -> None:
    """One line a version: id, dates, digest."""
    for text in held().values():
        if (text.code, text.article) == (code, article):
            print(text.version, text.since, text.until or "", text.digest)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("code", help="the code, for example CSS")
    parser.add_argument("article", help="the article, for example D160-2")
    main(**vars(parser.parse_args()))
