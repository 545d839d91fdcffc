"""The real office for a rehearsal: every order passes the door of casework, as its actor, into a journal."""

from __future__ import annotations

from ouverture.dossier.file import File
from ouverture.dossier.kernel import Asserter
from ouverture.rehearsal.office import Answer
from ouverture.services.casework.acting import Wanted, carry_out, each_of, open_file, opening_in
from ouverture.services.casework.actors import Actor, Role
from ouverture.services.casework.carry_out import handle
from ouverture.services.casework.house import House
from ouverture.services.casework.ports import Order
from ouverture.services.casework.standing import TAKE_OVER, office_of, receiving_office

ROLES: dict[Asserter, Role] = {
    "person": "person", "helper": "helper", "caisse": "agent", "cnav": "cnav", "doctor": "doctor", "kiosk": "kiosk",
    "letter": "person", "call": "person", "screen": "person",
}  # fmt: skip
"""Who gives a command that rests on such a word. What the clock and the post do comes from the house itself."""


class ThroughTheDoor:
    """Carries out orders through ``casework.acting``, each by an invented actor of the right role and office."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._known: dict[str, File] = {}

    def send(self, order: Order) -> Answer:
        """Carry out an order as whoever would give it."""
        answer = self._sent(order)
        self._known.pop(order.stream, None)
        return answer

    def _sent(self, order: Order) -> Answer:
        role = ROLES.get(order.at.by)
        if role is None:
            return handle(self.house.journal, self.house.machine, order, self.house.recall)
        wanted = Wanted(order.stream, order.command, order.at.on, order.key, order.recorded_at, order.seen, order.at.by)
        do = open_file if opening_in(order.command) else carry_out
        return do(self.house, self._actor(role, order), wanted)

    def _actor(self, role: Role, order: Order) -> Actor:
        office = self._office(order) if role == "agent" else ""
        return Actor(order.at.who or f"{role}-{office or order.stream}", role, office, (order.stream,))

    def _office(self, order: Order) -> str:
        """The caisse that has the file; the one it is on its way to takes it over."""
        file = self.file(order.stream)
        taken_over = any(one.kind in TAKE_OVER for one in each_of(order.command))
        return (taken_over and receiving_office(file)) or office_of(file)

    def file(self, stream: str) -> File:
        """What the file is now; asked again only after an order of this office, which is alone while days pass."""
        if stream not in self._known:
            self._known[stream] = self.house.met(stream).state
        return self._known[stream]

    def look_again(self) -> None:
        """Somebody else may have written meanwhile: forget what was known."""
        self._known.clear()
