"""A file whose key is gone is still folded, whatever its history: only what was personal in it is blank."""

from __future__ import annotations

from ouverture.dossier.file import File, evolve, replay
from ouverture.dossier.records import from_record, sealed_fields, to_record
from ouverture.rehearsal.history import rehearse
from ouverture.rehearsal.office import InMemory
from tests.rehearsal.harsh import harsh

SEEDS = range(12)


def test_what_is_left_of_any_history_without_its_sealed_values_is_a_file() -> None:
    print("seeds", SEEDS)
    for seed in SEEDS:
        office = InMemory()
        rehearse(seed, office=office, settings=harsh())
        for _, events in office.histories():
            file = File()
            for happened in events:
                record = to_record(happened)
                blank = dict.fromkeys(sealed_fields(happened.kind) & record.keys(), "")
                file = evolve(file, from_record(happened.kind, {**record, **blank}))
            whole = replay(events)
            assert file.version == whole.version
            assert (file.rights.stage, file.application.stage) == (whole.rights.stage, whole.application.stage)
            assert file.number.number == ""
