"""What can be missing. A name that a client's version does not know is fatal to it."""

from .shapes import Shape, one_of

COMMON = (
    *("biometric_consent", "id_document_front", "id_document_back", "face"),
    *("name", "dob", "id_number", "address"),
)


def missing_values(version: int) -> Shape:
    if version < 4:
        return one_of(*COMMON, "id_document_type")
    return one_of(*COMMON, "phone_number", "phone_otp")
