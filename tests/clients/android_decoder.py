"""Reads answers as strictly as the SDK for Android does.

Any status outside of 200 to 299 is an error, whatever the body says.
"""

from .android_screens import PURPOSE, page_shape
from .envelope import Problem, decode_envelope
from .requirements import missing_values
from .sense import check_data, check_page
from .shapes import Shape, flag, integer, list_of, one_of, record, text
from .transport import Answer

# A page has no word for a session that was canceled.
PAGE_STATUS = one_of("requires_input", "processing", "verified")
DATA_STATUS = one_of("requires_input", "processing", "verified", "canceled")
FILE = record(
    {"id": text, "created": integer, "purpose": PURPOSE},
    {"filename": text, "size": integer, "title": text, "type": text, "url": text},
)


def data_shape(version: int) -> Shape:
    requirement = missing_values(version)
    error = record(
        {"requirement": requirement},
        {"title": text, "body": text, "back_button_text": text, "continue_button_text": text},
    )
    closed = {"closed": flag} if version >= 4 else {}
    return record(
        {
            "id": text,
            "object": one_of("identity.verification_page_data"),
            "status": DATA_STATUS,
            "submitted": flag,
            "requirements": record({"missing": list_of(requirement), "errors": list_of(error)}),
            **closed,
        }
    )


def decode_page(answer: Answer, version: int) -> dict:
    return check_page(decode(answer, page_shape(version, PAGE_STATUS)))


def decode_data(answer: Answer, version: int) -> dict:
    return check_data(decode(answer, data_shape(version)))


def decode_file(answer: Answer) -> dict:
    return decode(answer, FILE)


def decode(answer: Answer, shape: Shape) -> dict:
    if not 200 <= answer.status <= 299:
        raise Problem(answer, decode_envelope(answer))
    return shape(answer.json(), "answer")
