"""Characters of the Symbol font, which documents write as numbers of their own: Greek letters and signs."""

from __future__ import annotations

_LETTERS = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
}
_SIGNS = {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™",
}  # fmt: skip
_PRIVATE = 0xF000  # where fonts of symbols have their characters


def symbol(font: str, code: str) -> str:
    """The character of a font with this hexadecimal number; nothing for a picture, as in Wingdings."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if font.lower() == "symbol":
        place &= 0xFF
        return _LETTERS.get(place) or _SIGNS.get(place) or (chr(place) if 0x20 <= place < 0x7F else "")
    private = _PRIVATE <= place < 0xF900 or 0xD800 <= place < 0xE000 or not 0x20 <= place < 0x110000
    return "" if private else chr(place)
