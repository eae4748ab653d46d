"""Reads answers as strictly as the SDK for iOS does.

Whether a call succeeded is told by its body alone: one that is not the object asked for is tried as an
error, and the status is not looked at.
"""

from .envelope import Problem, decode_envelope
from .ios_screens import page_shape
from .requirements import missing_values
from .sense import check_data, check_page
from .shapes import Refusal, Shape, flag, integer, list_of, one_of, record, text
from .transport import Answer

STATUS = one_of("requires_input", "processing", "verified", "canceled")
FILE = record(
    {"id": text, "created": integer, "purpose": text, "size": integer}, {"type": text}
)


def data_shape(version: int) -> Shape:
    requirement = missing_values(version)
    error = record(
        {"requirement": requirement, "title": text, "body": text},
        {"back_button_text": text, "continue_button_text": text},
    )
    closed = {"closed": flag} if version >= 4 else {}
    return record(
        {
            "id": text,
            "status": STATUS,
            "submitted": flag,
            "requirements": record({"missing": list_of(requirement), "errors": list_of(error)}),
            **closed,
        }
    )


def decode_page(answer: Answer, version: int) -> dict:
    return check_page(decode(answer, page_shape(version, STATUS)))


def decode_data(answer: Answer, version: int) -> dict:
    return check_data(decode(answer, data_shape(version)))


def decode_file(answer: Answer) -> dict:
    return decode(answer, FILE)


def decode(answer: Answer, shape: Shape) -> dict:
    try:
        return shape(answer.json(), "answer")
    except Refusal as refusal:
        try:
            error = decode_envelope(answer)
        except Refusal:
            raise refusal from None
        raise Problem(answer, error) from None
