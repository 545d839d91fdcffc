"""What became of an e-mail after its server took it, put into the file it came from."""

from __future__ import annotations

from datetime import datetime

from ouverture.adapters.journal.record import Record
from ouverture.adapters.post.mail import first_part_of_id
from ouverture.adapters.post.returned import Returned
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Moment
from ouverture.dossier.messages.decisions import ConfirmDelivery, ReportBounce
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Machine, Order

SENT = "SELECT id, stream, message FROM outbox WHERE channel = 'email' AND sent_at IS NOT NULL"


def take_back(record: Record, machine: Machine[File], returned: Returned, now: datetime) -> bool:
    """Tell the file that its e-mail arrived or came back; False when no file sent it, or it is no longer on its way.

    The same report twice changes nothing.
    """
    for identity, stream, message in record.store.read(lambda connection: connection.execute(SENT).fetchall()):
        if first_part_of_id(identity) == returned.message:
            wanted = ConfirmDelivery(message) if returned.arrived else ReportBounce(message, returned.reason)
            fate = "delivered" if returned.arrived else "bounced"
            order = Order(stream, wanted, Moment(now.date(), "post"), f"{fate}/{identity}", now)
            return isinstance(handle(record, machine, order), Done)
    return False
