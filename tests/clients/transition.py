"""Which screen comes next: the order of questions that both SDKs ask of every answer."""

from enum import Enum


class Screen(Enum):
    ERROR = "an error of what was just sent"
    WEB = "the page in a browser"
    DEBUG = "the choices of test mode"
    CONSENT = "consent"
    DOCUMENT = "document"
    FACE = "selfie"
    INDIVIDUAL_WELCOME = "before the form"
    INDIVIDUAL = "the form"
    CODE = "the code sent to a phone"
    CONFIRMATION = "all is there, to be submitted"
    SUCCESS = "submitted"
    UNKNOWN = "the general error"


def first_screen(page: dict) -> Screen:
    """After the page was read for the first time."""
    if page["unsupported_client"]:
        return Screen.WEB
    if not page["livemode"]:
        return Screen.DEBUG
    return by_missing(page["requirements"]["missing"])


def next_screen(data: dict) -> Screen:
    """After something was posted."""
    if data["requirements"]["errors"]:
        return Screen.ERROR
    if data["submitted"] and data["closed"]:
        return Screen.SUCCESS
    return by_missing(data["requirements"]["missing"])


def by_missing(missing: list[str]) -> Screen:
    order = [
        (("biometric_consent",), Screen.CONSENT),
        (("id_document_front", "id_document_back"), Screen.DOCUMENT),
        (("face",), Screen.FACE),
        (("name", "dob"), Screen.INDIVIDUAL_WELCOME),
        (("id_number", "address", "phone_number"), Screen.INDIVIDUAL),
        (("phone_otp",), Screen.CODE),
    ]
    for requirements, screen in order:
        if any(requirement in missing for requirement in requirements):
            return screen
    return Screen.UNKNOWN if missing else Screen.CONFIRMATION
