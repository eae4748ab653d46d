"""What an answer has to hold to beside its types, or a client comes to a dead end."""

from .shapes import Refusal, links

SHEET_LINK = "stripe_bottomsheet://open/"


def check_page(page: dict) -> dict:
    missing = page["requirements"]["missing"]
    check_distinct(missing)
    if "face" in missing and page["selfie"] is None:
        raise Refusal("page.selfie", "is null although a face is missing")
    if "phone_otp" in missing and page["phone_otp"] is None:
        raise Refusal("page.phone_otp", "is null although a code is missing")
    if page["submitted"] and missing:
        raise Refusal("page.requirements.missing", "is not empty although all is submitted")
    sheets = page.get("bottomsheet") or {}
    for name, sheet in sheets.items():
        if sheet["bottomsheet_id"] != name:
            raise Refusal(f"page.bottomsheet.{name}", "has another identifier")
    for link in consent_links(page):
        if link.startswith(SHEET_LINK) and link.removeprefix(SHEET_LINK) not in sheets:
            raise Refusal("page.biometric_consent", f"{link} opens nothing")
    return page


def consent_links(page: dict) -> list[str]:
    consent = page["biometric_consent"]
    lines = consent.get("lines") or []
    fragments = [consent["privacy_policy"], *(line["content"] for line in lines)]
    return [link for fragment in fragments for link in links(fragment)]


def check_data(data: dict) -> dict:
    missing, errors = data["requirements"]["missing"], data["requirements"]["errors"]
    check_distinct(missing)
    for error in errors:
        if error["requirement"] not in missing:
            raise Refusal("data.requirements", f"{error['requirement']} has an error, not missing")
    closed = data.get("closed", data["submitted"])
    if data["submitted"] and not closed and not missing:
        raise Refusal("data", "is submitted, not closed, and nothing is missing")
    return data


def check_distinct(missing: list[str]) -> None:
    if len(set(missing)) != len(missing):
        raise Refusal("requirements.missing", f"names something twice: {missing}")
