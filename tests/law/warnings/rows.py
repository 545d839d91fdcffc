"""How a rule, a notice or an amount names a row, and the text held for it."""


def version(row: str) -> str:
    """The id of the statement held for a row: "A8" is "affiliation:A8", "after/trap-6" "after_admission:trap 6"."""
    _, slash, name = row.rpartition("/")
    return f"{'after_admission' if slash else 'affiliation'}:{name.replace('-', ' ')}"
