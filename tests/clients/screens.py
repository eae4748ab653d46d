"""Screens of a page that both clients read alike. `version` is that of the client's protocol."""

from .shapes import Shape, country, list_of, map_of, markup, one_of, record, text

ICON = one_of(
    *("cloud", "document", "create_identity_verification", "lock", "moved", "wallet", "camera"),
    *("dispute_protection", "phone"),
)
LINES = list_of(record({"icon": ICON, "content": markup}))
COUNTRIES = map_of(country, text)

DOCUMENT_SELECT = record(
    {
        "title": text,
        "button_text": text,
        "id_document_type_allowlist": map_of(
            one_of("passport", "driving_license", "id_card"), text
        ),
    },
    {"body": text},
)
COUNTRY_NOT_LISTED = record(
    {
        "title": text,
        "body": text,
        "cancel_button_text": text,
        "id_from_other_country_text_button_text": text,
        "address_from_other_country_text_button_text": text,
    }
)
SUCCESS = record({"title": text, "body": markup, "button_text": text})
BOTTOMSHEETS = map_of(
    text,
    record(
        {
            "bottomsheet_id": text,
            "lines": list_of(record({"title": text, "content": markup}, {"icon": ICON})),
        },
        {"title": text},
    ),
)
EXPERIMENTS = list_of(
    record(
        {"experiment_name": text, "event_name": text, "event_metadata": map_of(text, text)}
    )
)
PHONE_OTP = {
    "title": text,
    "body": text,
    "error_otp_message": text,
    "resend_button_text": text,
    "cannot_verify_button_text": text,
}


def individual(version: int) -> Shape:
    phones = {"phone_number_countries": COUNTRIES} if version >= 4 else {}
    return record(
        {
            "title": text,
            "button_text": text,
            "address_countries": COUNTRIES,
            "id_number_countries": COUNTRIES,
            "address_country_not_listed_text_button_text": text,
            "id_number_country_not_listed_text_button_text": text,
            **phones,
        }
    )


def consent(version: int, prose: tuple[str, ...]) -> Shape:
    """`prose` names what this version needs of the form that consent had before it had lines."""
    return told(
        version,
        prose,
        {
            "accept_button_text": text,
            "decline_button_text": text,
            "scroll_to_continue_button_text": text,
            "privacy_policy": markup,
        },
    )


def welcome(version: int, prose: tuple[str, ...]) -> Shape:
    return told(
        version,
        prose,
        {"title": text, "get_started_button_text": text, "privacy_policy": markup},
    )


def told(version: int, prose: tuple[str, ...], required: dict[str, Shape]) -> Shape:
    lines = {"lines": LINES} if version >= 4 else {}
    old = {"body": markup, "time_estimate": text}
    wanted = {name: shape for name, shape in old.items() if name in prose}
    left = {name: shape for name, shape in old.items() if name not in prose}
    title = {} if "title" in required else {"title": text}
    return record({**required, **lines, **wanted}, {**title, **left})
