"""Answers with something wrong in one place."""

import copy
from collections.abc import Iterator

Place = tuple[str, ...]
# Members of these may be there or not.
MAPS = {
    *("id_document_type_allowlist", "address_countries", "id_number_countries"),
    *("phone_number_countries", "ios_id_card_back_country_barcode_symbologies", "bottomsheet"),
}


def places(value: dict, path: Place = ()) -> Iterator[Place]:
    """Every key of an answer, by the keys that lead to it."""
    for name, inner in value.items():
        yield (*path, name)
        if isinstance(inner, dict) and name not in MAPS:
            yield from places(inner, (*path, name))


def spoilt(answer: dict, place: Place, value: object) -> dict:
    """The answer with another value in one place; `...` takes the key away."""
    other = copy.deepcopy(answer)
    inner = other
    for name in place[:-1]:
        inner = inner[name]
    if value is ...:
        del inner[place[-1]]
    else:
        inner[place[-1]] = value
    return other
