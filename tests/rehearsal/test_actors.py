from ouverture.dossier.duty import duties
from ouverture.rehearsal.actors.acts import BY_THE_MACHINE
from ouverture.rehearsal.actors.every import ACTORS


def test_every_duty_has_somebody_who_does_it_in_a_rehearsal() -> None:
    assert sorted(set(duties()) - set(ACTORS) - BY_THE_MACHINE) == []


def test_no_actor_does_what_nobody_owes() -> None:
    assert sorted(set(ACTORS) - set(duties())) == []
    assert sorted(BY_THE_MACHINE - set(duties())) == []
