"""A line of a file as the formula wants it, with the other lines it may be where a field was left open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from ouverture.places.spelling import fold
from ouverture.pricing.acts import Act, acts
from ouverture.pricing.care import Line, Pathway, Sector
from ouverture.pricing.formula import price
from ouverture.pricing.spellings import act_named, choice_named, is_medicine, is_refund, nearest_acts
from ouverture.pricing.terms import terms
from ouverture.services.answer.price.amount_reading import MOST_NUMBER, cents, day, number, wrong, yes_no
from ouverture.services.answer.price.open_facts import Open, left_open
from ouverture.services.answer.price.patient_reading import Known, patient_of
from ouverture.text import Text


class Already(NamedTuple):
    """What was counted this year before the file: participations in number and in cents, franchises in cents."""

    participations: int
    participation_cents: int
    franchise_cents: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One line read. ``already``: what was counted before it this year."""

    line: Line
    name: str
    person: str
    open: tuple[Open, ...]
    notes: tuple[Text, ...]
    already: Already
    complementary: bool | None
    received: int | None


def read_line(given: Mapping[str, Any], today: date) -> Asked:
    """The line that the named fields describe; raises AnswerError, one sentence that names the field."""
    on = day("on", given["on"]) if "on" in given else today
    act = acts()[_act(given)]
    known = patient_of(given, on)
    _refuse_age(act, known)
    line = _with_fee(given, act, _line(given, act, on, known))
    if is_medicine(str(given.get("act", ""))) and "label" not in given:
        _refuse_without_label(line)
    notes = _notes(given, act, today, line)
    return Asked(
        line=line,
        name=str(given.get("name", "")),
        person=_person(given, known),
        open=left_open(_with_sector_read(given), act, line, known),
        notes=notes,
        already=_already(given),
        complementary=yes_no("complementary", given["complementary"]) if "complementary" in given else None,
        received=cents("received", given["received"], zero=True) if "received" in given else None,
    )


def _with_sector_read(given: Mapping[str, Any]) -> Mapping[str, Any]:
    read = choice_named("sectors", _sector_word(given)) if "sector" in given else None
    return {**given, "sector_read": read}


def _sector_word(given: Mapping[str, Any]) -> str:
    return str(given["sector"]).removesuffix(".0")


def _person(given: Mapping[str, Any], known: Known) -> str:
    """Whose counters move: the person named, or whoever has this birth, age and situations."""
    if "person" in given:
        return str(given["person"])
    return f"{given.get('born_on', known.patient.age)} {sorted(known.patient.situations)}"


def _act(given: Mapping[str, Any]) -> str:
    said, specialty, label = (str(given.get(name, "")) for name in ("act", "specialty", "label"))
    if not said and not specialty:
        raise wrong("act", "dites l'acte ou le soin, par exemple gp, specialist, medicine, biology",
                    "say the act or the care, for example gp, specialist, medicine, biology")  # fmt: skip
    if is_refund(said):
        raise wrong("act", "un remboursement n'est pas un soin : on ne rembourse pas un remboursement",
                    "a repayment is no care: a repayment is not paid back")  # fmt: skip
    if act_named(said) == "hospital_stay" and "days" in given and "fee" not in given and "tariff" not in given:
        return "daily_charge"
    if is_medicine(said):
        return f"medicine_{_label(label)}"
    found = act_named(said, specialty)
    if found is None:
        near = ", ".join(nearest_acts(said or specialty))
        raise wrong("act", f"« {said[:40]} » n'est pas connu" + (f" ; proches : {near}" if near else ""),
                    f'"{said[:40]}" is not known' + (f"; near: {near}" if near else ""))  # fmt: skip
    return found


def _label(label: str) -> str:
    """The class that a label names; one of them when nothing is said, and it is then asked if it changes a cent."""
    found = choice_named("labels", label.removesuffix(".0")) if label else LABELS[0]
    if found is None:
        raise wrong(
            "label", f"« {label[:40]} » : écrivez 65, 30, 15 ou 100", f'"{label[:40]}": write 65, 30, 15 or 100'
        )
    return found


LABELS = ("65", "30", "15", "100")


def _refuse_without_label(line: Line) -> None:
    if len({price(replace(line, act=f"medicine_{label}")).repaid for label in LABELS}) > 1:
        raise wrong("label", "dites si le médicament est remboursé à 65, 30, 15 ou 100 %",
                    "say whether the medicine is repaid at 65, 30, 15 or 100%")  # fmt: skip


def _line(given: Mapping[str, Any], act: Act, on: date, known: Known) -> Line:
    return Line(
        act=act.name,
        on=on,
        fee=0,
        quantity=_quantity(given, act),
        tariff=cents("tariff", given["tariff"]) if "tariff" in given else None,
        sector=_sector(given),
        pathway=_pathway(given, act),
        patient=known.patient,
        professional=fold(str(given.get("professional", ""))),
        third_party=_flag(given, "third_party", False),
        in_hospital=_flag(given, "in_hospital", False),
        protocol=_flag(given, "protocol", True),
        heavy=_flag(given, "heavy", False),
        days=number("days", given["days"], 0, MOST_NUMBER) if "days" in given and not act.charge else 0,
        repaid_on=_repaid_on(given, on),
    )


def _repaid_on(given: Mapping[str, Any], on: date) -> date | None:
    if "repaid_on" not in given:
        return None
    repaid_on = day("repaid_on", given["repaid_on"])
    if repaid_on < on:
        raise wrong("repaid_on", "le remboursement vient avant les soins", "the repayment comes before the care")
    return repaid_on


def _flag(given: Mapping[str, Any], field: str, otherwise: bool) -> bool:
    return yes_no(field, given[field]) if field in given else otherwise


def _quantity(given: Mapping[str, Any], act: Act) -> int:
    field = "days" if act.charge.startswith("daily") and "days" in given else "quantity"
    return number(field, given[field], 1, MOST_NUMBER) if field in given else 1


def _with_fee(given: Mapping[str, Any], act: Act, line: Line) -> Line:
    if act.charge:
        return line
    if "fee" in given:
        return replace(line, fee=cents("fee", given["fee"]))
    if line.tariff is not None:
        return replace(line, fee=line.tariff * line.quantity)
    if "unit_fee" in given:
        return replace(line, fee=cents("unit_fee", given["unit_fee"]) * line.quantity)
    tariff = terms(line).tariff if line.sector == "1" else None
    if tariff is not None and tariff.value is not None:
        return replace(line, fee=tariff.value * line.quantity)
    raise wrong("fee", "dites ce qui a été payé, en euros", "say what was paid, in euros")


def _sector(given: Mapping[str, Any]) -> Sector:
    optam = yes_no("optam", given["optam"]) if "optam" in given else None
    if "sector" not in given:
        return "optam" if optam else "1"
    said = choice_named("sectors", _sector_word(given))
    if said is None:
        raise wrong("sector", f"« {str(given['sector'])[:40]} » : écrivez 1, 2, optam ou none (non conventionné)",
                    f'"{str(given["sector"])[:40]}": write 1, 2, optam or none (no contract)')  # fmt: skip
    if said in ("unsaid", "2"):
        return "optam" if optam else "2"
    return "optam" if said == "optam" else "none" if said == "none" else "1"


def _pathway(given: Mapping[str, Any], act: Act) -> Pathway:
    """The place in the care pathway; a letter is needed where the specialty is not open without one."""
    declared = yes_no("medecin_traitant", given["medecin_traitant"]) if "medecin_traitant" in given else None
    if _flag(given, "emergency", False):
        return "spared"
    if "pathway" not in given:
        return "out" if declared is False else "in"
    said = choice_named("pathways", str(given["pathway"]))
    if said is None:
        raise wrong("pathway", f"« {str(given['pathway'])[:40]} » : écrivez in, direct, emergency, away ou out",
                    f'"{str(given["pathway"])[:40]}": write in, direct, emergency, away or out')  # fmt: skip
    if declared is False and said == "in":
        return "out"
    if said == "direct":
        return "direct" if act.direct_access else "out"
    return "spared" if said == "spared" else "out" if said == "out" else "in"


def _refuse_age(act: Act, known: Known) -> None:
    limit = act.patient_under_age
    if limit is not None and known.age_given and known.patient.age >= limit:
        raise wrong("age", f"cet acte est celui d'un enfant de moins de {limit} ans ; donnez l'âge de l'enfant",
                    f"this act is of a child under {limit}; give the age of the child")  # fmt: skip


def _already(given: Mapping[str, Any]) -> Already:
    count = 0
    if "already_participations" in given:
        count = number("already_participations", given["already_participations"], 0, MOST_NUMBER)
    elif "rank" in given:
        count = number("rank", given["rank"], 1, MOST_NUMBER) - 1
    return Already(count, _counted(given, "already_participation_euros"), _counted(given, "already_franchises"))


def _counted(given: Mapping[str, Any], field: str) -> int:
    return cents(field, given[field], zero=True) if field in given else 0


def _notes(given: Mapping[str, Any], act: Act, today: date, line: Line) -> tuple[Text, ...]:
    notes, on = [], line.on
    if "on" not in given:
        fr, en = (
            f"Jour des soins non donné : calculé au {today:%d/%m/%Y}.",
            f"Day of care not given: {today.isoformat()}.",
        )
        notes.append(Text(fr, en))
    if on > today:
        notes.append(_STILL_TO_COME)
    if line.pathway == "out" and choice_named("pathways", str(given.get("pathway", ""))) == "direct":
        notes.append(_NEEDS_A_LETTER)
    if not {"fee", "unit_fee", "tariff"} & given.keys() and not act.charge:
        notes.append(_FEE_IS_TARIFF)
    if "unread" in given:
        words = ", ".join(str(key)[:40] for key in given["unread"])
        notes.append(Text(f"Champs non lus : {words}.", f"Fields not read: {words}."))
    return tuple(notes)


_FEE_IS_TARIFF = Text(
    "Prix payé non donné : celui du tarif, que demande un médecin de secteur 1.",
    "What was paid was not given: counted as the tariff, which a doctor of sector 1 asks.",
)


_STILL_TO_COME = Text(
    "Ce jour n'est pas encore venu : calculé avec les tables d'aujourd'hui, qui peuvent changer d'ici là.",
    "This day has not come yet: counted with the tables of today, which may change before it.",
)


_NEEDS_A_LETTER = Text(
    "Cette spécialité n'est pas ouverte sans lettre : c'est hors du parcours.",
    "This specialty is not open without a letter: it is out of the pathway.",
)
