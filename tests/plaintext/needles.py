"""What must not be found, in every spelling that somebody might have stored it in."""

import base64
from dataclasses import dataclass
from urllib.parse import quote

# Shorter patterns turn up in random bytes by chance.
SHORTEST_PATTERN_BYTES = 6
# Six digits by themselves are any millionth of a second that a log or a database dates something with.
SHORTEST_PATTERN_DIGITS = 8


@dataclass(frozen=True)
class Needle:
    """One secret: what it is, and the byte strings that would give it away."""

    name: str
    patterns: frozenset[bytes]
    # Too short to search for everywhere, but telling as the first bytes of a file.
    beginnings: tuple[bytes, ...] = ()


def base64_cores(secret: bytes) -> set[bytes]:
    """The characters that base64 shows for `secret` wherever it starts in a longer text.

    A byte touches one or two characters, so those shared with its neighbours are left out.
    """
    cores = set()
    for before in range(3):
        encoded = base64.b64encode(bytes(before) + secret)
        first = -(-before * 8 // 6)
        last = (before + len(secret)) * 8 // 6
        core = encoded[first:last]
        cores |= {core, core.translate(bytes.maketrans(b"+/", b"-_"))}
    return cores


def encodings(secret: bytes) -> set[bytes]:
    """The spellings of raw bytes."""
    every_byte_escaped = "".join(f"%{byte:02x}" for byte in secret).encode()
    return {
        secret,
        secret.hex().encode(),
        secret.hex().upper().encode(),
        every_byte_escaped,
        every_byte_escaped.upper(),
        quote(secret, safe="").encode(),
        *base64_cores(secret),
    }


def text_needle(name: str, *spellings: str) -> Needle:
    """A text, in upper, lower and title case, in three character encodings, in all spellings."""
    patterns = set()
    for spelling in spellings:
        for cased in {spelling, spelling.upper(), spelling.lower(), spelling.title()}:
            for codec in ("utf-8", "utf-16-le", "utf-16-be"):
                patterns |= encodings(cased.encode(codec))
    return Needle(name, long_enough(patterns))


def date_needle(name: str, date: dict) -> Needle:
    year, month, day = date["year"], date["month"], date["day"]
    return text_needle(
        name,
        f"{year:04}-{month:02}-{day:02}",
        f"{year:04}{month:02}{day:02}",
        f"{day:02}.{month:02}.{year:04}",
        f"{day:02}/{month:02}/{year:04}",
        f'"{year % 100:02}{month:02}{day:02}"',
        f'{{"day":{day},"month":{month},"year":{year}}}',
        f'{{"year":{year},"month":{month},"day":{day}}}',
    )


def picture_needle(name: str, picture: bytes) -> Needle:
    """A picture, known by what its format starts with and by pieces out of its middle."""
    middle = len(picture) // 2
    pieces = [picture[offset : offset + 24] for offset in (middle, middle // 2, middle + middle // 2)]
    patterns = set()
    for piece in [b"\xff\xd8\xff\xe0\x00\x10JFIF", b"\x89PNG\r\n\x1a\n", *pieces]:
        patterns |= encodings(piece)
    return Needle(name, long_enough(patterns), beginnings=(b"\xff\xd8\xff", b"\x89PNG"))


def long_enough(patterns: set[bytes]) -> frozenset[bytes]:
    return frozenset(pattern for pattern in patterns if len(pattern) >= shortest(pattern))


def shortest(pattern: bytes) -> int:
    return SHORTEST_PATTERN_DIGITS if pattern.isdigit() else SHORTEST_PATTERN_BYTES


def needles_of(truth: dict, pictures: dict[str, bytes]) -> list[Needle]:
    """Everything about a specimen that only a restricted key may learn."""
    names = [truth["last_name"], truth["first_name"]]
    lines = truth["mrz"]["lines"]
    return [
        text_needle("last name", names[0], names[0].replace(" ", "<")),
        text_needle("first name", names[1], names[1].replace(" ", "<")),
        text_needle("document number", truth["number"]),
        date_needle("date of birth", truth["dob"]),
        date_needle("expiration date", truth["expiration_date"]),
        *(text_needle(f"MRZ line {row}", line, line[:20], line[20:]) for row, line in enumerate(lines, 1)),
        *(picture_needle(name, picture) for name, picture in pictures.items()),
    ]
