"""What the generator cannot know: how Stripe's SDKs spell forms, and which objects there are."""

import json
import os
import zlib
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

import schemathesis

from forms import fits, text_of


FORM = "application/x-www-form-urlencoded"
# Holds identifiers for the names in paths, as JSON.
KNOWN = "BONAFIDE_KNOWN_IDENTIFIERS"
# One in so many identifiers stays as it was made up.
MADE_UP = 8


@schemathesis.hook
def map_path_parameters(
    context: schemathesis.HookContext, path_parameters: dict[str, Any] | None
) -> dict[str, Any] | None:
    """Names objects that exist, most of the time: which one hangs on what was made up."""
    known = json.loads(os.environ.get(KNOWN, "{}"))
    if not isinstance(path_parameters, dict):
        return path_parameters
    named = {}
    for name, value in path_parameters.items():
        chance = zlib.crc32(repr(value).encode("utf-8", "surrogatepass"))
        candidates = known.get(name, [])
        is_named = candidates and chance % MADE_UP
        named[name] = candidates[chance % len(candidates)] if is_named else value
    return named


def mostly_unexpanded(parameters: Any) -> Any:
    """Paths made up are refused, and nothing else is tried then: most requests go without."""
    if not isinstance(parameters, dict) or "expand" not in parameters:
        return parameters
    if zlib.crc32(repr(parameters).encode("utf-8", "surrogatepass")) % MADE_UP == 0:
        return parameters
    return {name: value for name, value in parameters.items() if name != "expand"}


@schemathesis.hook
def map_query(context: schemathesis.HookContext, query: Any) -> Any:
    return mostly_unexpanded(query)


@schemathesis.hook
def map_body(context: schemathesis.HookContext, body: Any) -> Any:
    return mostly_unexpanded(body)


def pairs(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """One parameter as names in brackets and texts; what is empty is sent as empty."""
    members: Iterable[tuple[object, Any]] = ()
    if isinstance(value, dict):
        members = value.items()
    elif isinstance(value, list):
        members = list(enumerate(value))
    if members:
        for key, member in members:
            yield from pairs(f"{name}[{key}]", member)
    else:
        yield name, text_of(value)


@schemathesis.serializer(FORM)
def form(context: schemathesis.SerializationContext, value: Any) -> bytes:
    """`a[b]=1`, `c[0]=2`."""
    if not isinstance(value, dict):
        return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
    sent = [pair for name, member in value.items() for pair in pairs(str(name), member)]
    return urlencode(sent, errors="surrogatepass").encode()


@schemathesis.check
def wrong_forms_are_refused(
    context: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case
) -> None:
    """A form that is not as described, also as text, has no success."""
    if case.media_type != FORM or not isinstance(case.body, dict) or response.status_code >= 300:
        return
    content = case.operation.definition.raw["requestBody"]["content"][FORM]
    assert fits(content["schema"], case.body), "the form is not as described, and was taken"
