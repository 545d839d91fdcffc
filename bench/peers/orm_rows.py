"""The same rows read and written with Django's ORM: a model a table, an object a row.

What a web shop would do: each statement that our journal makes becomes the one call of the ORM that asks the same.
"""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, Protocol

import django
from django.conf import settings
from django.db import connections, models, transaction
from psycopg.conninfo import conninfo_to_dict

from ouverture.adapters.journal.sqlite import SETTINGS

INSERT = re.compile(
    r"INSERT INTO (\w+) \((.+?)\) VALUES \(.+?\)(?: ON CONFLICT \((.+?)\) DO (NOTHING|UPDATE SET (.+)))?$"
)
UPDATE = re.compile(r"UPDATE (\w+) SET (.+?) WHERE (.+)$")
SELECT = re.compile(r"SELECT .+? FROM (?:keys .+?\) FROM )?(\w+)(?: WHERE (.+?))?(?: ORDER BY (\w+))?$")
DELETE = re.compile(r"DELETE FROM (\w+) WHERE (.+)$")
CONDITION = re.compile(r"(\w+) (=|>=) (\?|'.*?')")
GIVEN = re.compile(r"(\w+) = (\?|''|excluded\.\w+)")
LOOKUPS = {"=": "", ">=": "__gte"}
KEYS = {
    "events": ("position",),
    "work": ("stream",),
    "owed": ("stream", "act", "about"),
    "outbox": ("id",),
    "keys": ("stream",),
    "secrets": ("name",),
    "numbers": ("number",),
    "people": ("kind", "digest", "stream"),
}
"""The columns of each table's primary key, as the ORM wants to know them."""

Do = Callable[[str, Sequence[Any]], object]
Tables = Mapping[str, type[models.Model]]


class Asked(Protocol):
    """Statements of one reading, or of one transaction that writes."""

    @property
    def writes(self) -> bool: ...

    @property
    def statements(self) -> list[tuple[str, Any]]: ...


class Column(NamedTuple):
    """A column of a table of ours."""

    name: str
    kind: str
    may_be_null: bool


def on_sqlite(where: str, asked: Sequence[Asked]) -> float:
    """With the ORM over SQLite, under the same settings; the seconds it took."""
    pragmas = ";".join(SETTINGS)
    options = {"init_command": pragmas, "transaction_mode": "IMMEDIATE"}
    return _replayed({"ENGINE": "django.db.backends.sqlite3", "NAME": where, "OPTIONS": options}, asked)


def on_postgres(where: str, asked: Sequence[Asked]) -> float:
    """With the ORM over PostgreSQL; the seconds it took."""
    given = conninfo_to_dict(where)
    options = {"options": f"{given.pop('options', '')} -c synchronous_commit=on"}
    named = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    place = {named[key]: value for key, value in given.items() if key in named}
    return _replayed({"ENGINE": "django.db.backends.postgresql", "OPTIONS": options, **place}, asked)


def _replayed(database: Mapping[str, Any], asked: Sequence[Asked]) -> float:
    if not settings.configured:
        settings.configure(DATABASES={}, USE_TZ=False)
        django.setup()
    alias = f"journal {len(connections.databases)}"
    connections.databases[alias] = {**_DEFAULTS, **database}
    connection = connections[alias]
    connection.ensure_connection()
    said = [(one.writes, [(_call(sql, _tables(alias)), values) for sql, values in one.statements]) for one in asked]
    start = time.perf_counter()
    for writes, calls in said:
        if writes:
            with transaction.atomic(using=alias):
                for call, values in calls:
                    call(alias, values)
        else:
            for call, values in calls:
                call(alias, values)
    seconds = time.perf_counter() - start
    connection.close()
    return seconds


_DEFAULTS = {
    "ATOMIC_REQUESTS": False, "AUTOCOMMIT": True, "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": False, "TIME_ZONE": None,
    "USER": "", "PASSWORD": "", "HOST": "", "PORT": "", "OPTIONS": {},
    "TEST": {"CHARSET": None, "COLLATION": None, "MIGRATE": True, "MIRROR": None, "NAME": None},
}  # fmt: skip
_KINDS: dict[str, type[models.BigIntegerField | models.TextField | models.BinaryField]] = {
    "int": models.BigIntegerField, "text": models.TextField, "blob": models.BinaryField
}  # fmt: skip


@cache
def _tables(alias: str) -> Tables:
    """A model for each table, made from the tables that are there."""
    connection = connections[alias]
    made = {}
    with connection.cursor() as cursor:
        for table, key in KEYS.items():
            described = connection.introspection.get_table_description(cursor, table)
            kind = connection.introspection.get_field_type
            columns = [Column(c.name, _KIND_OF[kind(c.type_code, c)], bool(c.null_ok)) for c in described]
            made[table] = _model(alias, table, key, columns)
    return made


_KIND_OF = {
    "TextField": "text", "IntegerField": "int", "BigIntegerField": "int", "AutoField": "int", "BigAutoField": "int",
    "SmallIntegerField": "int", "BinaryField": "blob",
}  # fmt: skip


def _model(alias: str, table: str, key: tuple[str, ...], columns: Sequence[Column]) -> type[models.Model]:
    """A model of one table, whose rows are made by hand and not by migrations."""
    meta = type("Meta", (), {"managed": False, "db_table": table, "app_label": alias.replace(" ", "_")})
    fields: dict[str, Any] = {column.name: _field(column) for column in columns}
    if key == ("position",):
        fields["position"] = models.BigAutoField(primary_key=True)
    elif len(key) == 1:
        (name,) = key
        fields[name] = type(fields[name])(primary_key=True)
    else:
        fields["pk"] = models.CompositePrimaryKey(*key)
    return type(table.title(), (models.Model,), {"__module__": __name__, "Meta": meta, **fields})


def _field(column: Column) -> Any:
    """A field for a column; what is not given is empty, as our tables have it."""
    kind = _KINDS[column.kind]
    return kind(null=True) if column.may_be_null else kind(default=0 if column.kind == "int" else "")


def _call(sql: str, tables: Tables) -> Do:
    """What the ORM is called with instead of a statement. Raises ValueError for one that nobody has translated."""
    for shape, made in ((INSERT, _insert), (SELECT, _select), (UPDATE, _update), (DELETE, _delete)):
        if found := shape.match(" ".join(sql.split())):
            return made(tables, *found.groups())
    raise ValueError(f"no call of the ORM for: {sql}")


def _insert(
    tables: Tables,
    table: str,
    columns: str,
    target: str | None,
    do: str | None,
    sets: str | None,
) -> Do:
    model, names = tables[table], columns.split(", ")
    if do == "NOTHING":
        return lambda using, values: model._base_manager.using(using).bulk_create(
            [model(**dict(zip(names, values, strict=True)))], ignore_conflicts=True
        )
    if sets is None:
        return lambda using, values: model._base_manager.using(using).create(**dict(zip(names, values, strict=True)))
    changed = [name for name, _ in GIVEN.findall(sets)]
    fixed = {name: "" for name, value in GIVEN.findall(sets) if value == "''"}
    return lambda using, values: model._base_manager.using(using).bulk_create(
        [model(**dict(zip(names, values, strict=True)), **fixed)],
        update_conflicts=True,
        update_fields=changed,
        unique_fields=str(target).split(", "),
    )


def _select(tables: Tables, table: str, where: str | None, order: str | None) -> Do:
    model, rows = tables[table], _where(where)
    found = lambda using, values: model._base_manager.using(using).filter(**rows(values))  # noqa: E731
    if order:
        return lambda using, values: list(found(using, values).order_by(order))
    return lambda using, values: list(found(using, values))


def _update(tables: Tables, table: str, sets: str, where: str) -> Do:
    model, rows = tables[table], _where(where)
    names = [name for name, _ in GIVEN.findall(sets)]
    return lambda using, values: (
        model._base_manager.using(using)
        .filter(**rows(values[len(names) :]))
        .update(**dict(zip(names, values, strict=False)))
    )


def _delete(tables: Tables, table: str, where: str) -> Do:
    model, rows = tables[table], _where(where)
    return lambda using, values: model._base_manager.using(using).filter(**rows(values)).delete()


def _where(told: str | None) -> Callable[[Sequence[Any]], dict[str, Any]]:
    """The conditions of a statement, as what ``filter`` takes."""
    conditions = CONDITION.findall(told or "")
    asked = [name + LOOKUPS[sign] for name, sign, value in conditions if value == "?"]
    fixed = {name + LOOKUPS[sign]: value.strip("'") for name, sign, value in conditions if value != "?"}
    return lambda values: {**fixed, **dict(zip(asked, values, strict=False))}
