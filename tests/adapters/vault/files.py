"""Files as phones and offices make them, of invented people, with what should not come in with them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image, ImageDraw

PHONE, PLACE = "Telefon 9 of Hannah", "48.8566"


def drawn(width: int = 900, height: int = 1200, words: str = "Bank details") -> Image.Image:
    """A page with a few words on it."""
    page = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(page).text((width // 10, height // 10), words, fill="black")
    return page


def photograph(words: str = "Bank details", turned: int = 1, size: tuple[int, int] = (900, 1200)) -> bytes:
    """A photograph of a phone: how it was held, which phone, where, and a comment."""
    notes = Image.Exif()
    notes[0x0112], notes[0x010F] = turned, PHONE
    notes.get_ifd(0x8825)[1] = PLACE
    return picture(drawn(*size, words), "JPEG", exif=notes, comment=PHONE.encode(), quality=90)


def picture(page: Image.Image, kind: str, **more: Any) -> bytes:
    """A picture as a file of that kind."""
    out = BytesIO()
    page.save(out, kind, **more)
    return out.getvalue()


def document(pages: int = 2, page_size: tuple[int, int] = (595, 842)) -> pikepdf.Pdf:
    """A PDF with a photograph on each page; sizes in points."""
    made = pikepdf.new()
    for nth in range(pages):
        page = made.add_blank_page(page_size=page_size)
        image = pikepdf.Stream(made, photograph(f"Page {nth + 1}"))
        image.update({
            "/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/Width": 900, "/Height": 1200,
            "/ColorSpace": pikepdf.Name.DeviceRGB, "/BitsPerComponent": 8, "/Filter": pikepdf.Name.DCTDecode,
        })  # fmt: skip
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=made.make_indirect(image)))
        page.Contents = pikepdf.Stream(made, b"q 500 0 0 700 40 60 cm /Im0 Do Q")
    return made


def hostile(page_size: tuple[int, int] = (595, 842)) -> bytes:
    """A PDF with all that a PDF can do and a page does not need."""
    made = document(1, page_size)
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('opened')")
    launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="calc.exe")
    made.Root.OpenAction = script
    made.Root.AA = pikepdf.Dictionary(WC=script)
    made.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=pikepdf.Array(["x", script])))
    made.attachments["hidden.exe"] = pikepdf.AttachedFileSpec(made, b"MZ hidden program")
    page = made.pages[0]
    page.AA = pikepdf.Dictionary(O=launch)
    page.PieceInfo = pikepdf.Dictionary(Maker=pikepdf.Dictionary(Private="Office 9 of Hannah"))
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 99, 99],
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://out.example/"),
    )  # fmt: skip
    page.Annots = pikepdf.Array([made.make_indirect(link)])
    made.docinfo["/Author"] = "Hannah Whitfield"
    return saved(made)


def saved(made: pikepdf.Pdf, **more: Any) -> bytes:
    """A PDF as a file."""
    out = BytesIO()
    made.save(out, **more)
    return out.getvalue()
