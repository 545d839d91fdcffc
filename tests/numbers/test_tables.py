from importlib.resources import files

from ouverture.numbers.tables import caisses, communes, countries, departments, extension_codes, former_communes

DATA = files("ouverture.numbers") / "data"


def test_every_table_is_whole() -> None:
    assert len(communes()) == 35_009
    assert len(former_communes()) == 4_240
    assert len(countries()) == 247
    assert len(extension_codes()) == 40


def test_codes_keep_their_leading_zeros() -> None:
    assert communes()["01053"] == "Bourg-en-Bresse"
    assert "011" in caisses()
    assert departments()["01"][0].name.fr == "Ain"


def test_every_successor_exists() -> None:
    assert all(row.successor in caisses() for row in caisses().values() if row.successor)
    assert all(row.country_code in countries() for rows in departments().values() for row in rows if row.country_code)
    assert all(code in countries() for row in countries().values() for code in row.also_recorded_as)


def test_every_table_names_its_licence_and_none_is_odbl() -> None:
    licences = (DATA / "LICENCES.md").read_text(encoding="utf-8")
    names = {file.name for file in DATA.iterdir() if file.name.endswith((".csv", ".toml"))}
    assert all(name in licences for name in names)
    assert not [name for name in names if "odbl" in name]
