"""Whether a value is what a schema asks for, once it is text in a form: forms know no types."""

import re
from typing import Any

WHOLE_NUMBER = re.compile(r"-?[0-9]+\Z")


def text_of(value: Any) -> str:
    """What is empty has no names in brackets to be sent under, and is sent as an empty text."""
    if value in ({}, []):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def fits(schema: dict[str, Any], value: Any) -> bool:
    if "anyOf" in schema:
        return any(fits(choice, value) for choice in schema["anyOf"])
    kind = schema.get("type")
    if kind == "object":
        return isinstance(value, dict) and fits_object(schema, value)
    if kind == "array":
        longest = schema.get("maxItems", len(value) if isinstance(value, list) else 0)
        return (
            isinstance(value, list)
            and schema.get("minItems", 0) <= len(value) <= longest
            and all(fits(schema["items"], item) for item in value)
        )
    if isinstance(value, dict | list) and value:
        return False
    text = text_of(value)
    if kind == "integer":
        return WHOLE_NUMBER.match(text) is not None
    if kind == "boolean":
        return text in ("true", "false")
    if "enum" in schema:
        return text in schema["enum"]
    return schema.get("minLength", 0) <= len(text) <= schema.get("maxLength", len(text))


def fits_object(schema: dict[str, Any], value: dict[str, Any]) -> bool:
    properties = schema.get("properties", {})
    rest = schema.get("additionalProperties", True)
    if not set(schema.get("required", [])) <= set(value):
        return False
    for name, member in value.items():
        described = properties.get(name, rest)
        if described is False or (described is not True and not fits(described, member)):
            return False
    return True
