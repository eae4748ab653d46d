"""Sends forms as Stripe's SDKs spell them: `a[b]=1`, `c[0]=2`."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import schemathesis


def pairs(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, member in value.items():
            yield from pairs(f"{name}[{key}]" if name else str(key), member)
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from pairs(f"{name}[{index}]" if name else str(index), member)
    elif isinstance(value, bool):
        yield name, str(value).lower()
    else:
        yield name, "" if value is None else str(value)


@schemathesis.serializer("application/x-www-form-urlencoded")
def form(context: schemathesis.SerializationContext, value: Any) -> bytes:
    if isinstance(value, bytes):
        return value
    return urlencode(list(pairs("", value)), errors="surrogatepass").encode()
