"""What a typed client takes for each key of an answer. Anything else is a `Refusal`: the client would
show its error screen.

A shape is a function from a value and its place to what the client has of it.
"""

import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from urllib.parse import urlsplit

Shape = Callable[[object, str], object]
# Elements without an end, of those that texts of the protocol could hold.
VOID_ELEMENTS = {"br", "hr", "img", "wbr"}


class Refusal(AssertionError):
    """The client can't decode an answer."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place = place


def text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise Refusal(place, f"a string is wanted, not {value!r}")
    return value


def flag(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise Refusal(place, f"true or false is wanted, not {value!r}")
    return value


def integer(value: object, place: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Refusal(place, f"a whole number is wanted, not {value!r}")
    return value


def number(value: object, place: str) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise Refusal(place, f"a number is wanted, not {value!r}")
    return float(value)


def fraction(value: object, place: str) -> float:
    given = number(value, place)
    if not 0 <= given <= 1:
        raise Refusal(place, f"from 0 to 1 is wanted, not {value!r}")
    return given


def address(value: object, place: str) -> str:
    parts = urlsplit(text(value, place))
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise Refusal(place, f"an address is wanted, not {value!r}")
    return text(value, place)


def country(value: object, place: str) -> str:
    """ISO 3166-1 alpha-2."""
    if not re.fullmatch("[A-Z]{2}", text(value, place)):
        raise Refusal(place, f"the code of a country is wanted, not {value!r}")
    return text(value, place)


class Markup(HTMLParser):
    """Follows elements as they open and close, and keeps where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.balanced = True

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in VOID_ELEMENTS:
            self.open.append(tag)
        if tag == "a":
            self.links.append(dict(attributes).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        self.balanced &= bool(self.open) and self.open.pop() == tag


def markup(value: object, place: str) -> str:
    """A fragment of HTML that a client can render."""
    parser = Markup()
    parser.feed(text(value, place))
    parser.close()
    if not parser.balanced or parser.open or not all(parser.links):
        raise Refusal(place, f"HTML is wanted, not {value!r}")
    return text(value, place)


def links(fragment: str) -> list[str]:
    parser = Markup()
    parser.feed(fragment)
    return parser.links


def one_of(*names: str) -> Shape:
    def shape(value: object, place: str) -> str:
        if text(value, place) not in names:
            raise Refusal(place, f"{value!r} is none of {', '.join(names)}")
        return text(value, place)

    return shape


def list_of(item: Shape) -> Shape:
    def shape(value: object, place: str) -> list[object]:
        if not isinstance(value, list):
            raise Refusal(place, f"a list is wanted, not {value!r}")
        return [item(each, f"{place}[{at}]") for at, each in enumerate(value)]

    return shape


def map_of(key: Shape, item: Shape) -> Shape:
    def shape(value: object, place: str) -> dict[object, object]:
        if not isinstance(value, dict):
            raise Refusal(place, f"an object is wanted, not {value!r}")
        return {key(name, place): item(each, f"{place}.{name}") for name, each in value.items()}

    return shape


def record(required: Mapping[str, Shape], optional: Mapping[str, Shape] | None = None) -> Shape:
    """An object whose `required` keys are there and not null. `optional` ones are null where they are
    absent; all others are not read."""

    def shape(value: object, place: str) -> dict[str, object]:
        if not isinstance(value, dict):
            raise Refusal(place, f"an object is wanted, not {value!r}")
        read: dict[str, object] = {}
        for name, item in required.items():
            if value.get(name) is None:
                raise Refusal(f"{place}.{name}", "is required, and is not there")
            read[name] = item(value[name], f"{place}.{name}")
        for name, item in (optional or {}).items():
            given = value.get(name)
            read[name] = None if given is None else item(given, f"{place}.{name}")
        return read

    return shape
