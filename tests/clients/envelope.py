"""The error envelope, as both clients read it."""

from .shapes import one_of, record, text
from .transport import Answer

ENVELOPE = record(
    {
        "error": record(
            {
                "type": one_of(
                    "api_error", "card_error", "idempotency_error", "invalid_request_error"
                ),
                "message": text,
            },
            {"code": text, "param": text, "doc_url": text},
        )
    }
)


class Problem(AssertionError):
    """The server said that a call failed, in the words that it has for that."""

    def __init__(self, answer: Answer, error: dict) -> None:
        super().__init__(answer.status, error)
        self.status = answer.status
        self.headers = answer.headers
        self.type: str = error["type"]
        self.code: str | None = error["code"]
        self.param: str | None = error["param"]
        self.message: str = error["message"]


def decode_envelope(answer: Answer) -> dict:
    return ENVELOPE(answer.json(), "answer")["error"]
