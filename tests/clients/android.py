"""The sheet of the SDK for Android."""

import json
from urllib.parse import quote, urlencode

from . import android_decoder
from .papers import Birthday
from .sheet import Fields, Sheet

BINDINGS = "23.6.0"
DEVICE = {
    "lang": "kotlin",
    "bindings_version": BINDINGS,
    "os_version": "36",
    "type": "Google_Pixel_9",
    "model": "Pixel 9",
}


class AndroidSheet(Sheet):
    decoder = android_decoder
    CLEARED = (
        *("biometric_consent", "id_document_front", "id_document_back", "face"),
        *("id_number", "dob", "name", "address", "phone_otp", "phone"),
    )

    def page_target(self) -> str:
        return f"/v1/identity/verification_pages/{quote(self.session, safe='')}"

    def headers(self) -> dict[str, str]:
        return {
            "User-Agent": f"Stripe/v1 AndroidBindings/{BINDINGS}",
            "Accept-Charset": "UTF-8",
            "Accept": "application/json",
            "X-Stripe-User-Agent": json.dumps(DEVICE, separators=(",", ":")),
            "X-Stripe-Client-User-Agent": json.dumps({"os.name": "android", "lang": "kotlin"}),
            "Authorization": f"Bearer {self.key}",
            "Stripe-Version": f"2020-08-27;identity_client_api=v{self.version}",
            "Accept-Language": "pt-BR",
            "Host": self.url.removeprefix("http://"),
            "Connection": "Keep-Alive",
        }

    def form_headers(self) -> dict[str, str]:
        kind = "application/x-www-form-urlencoded; charset=UTF-8"
        return {**self.headers(), "Content-Type": kind}

    def upload_headers(self, boundary: str) -> dict[str, str]:
        """Without the version of the protocol, which uploads leave out here."""
        return {
            **self.headers(),
            "Stripe-Version": "2020-08-27",
            "Content-Type": f"multipart/form-data; boundary={boundary}",
        }

    def form(self, fields: Fields) -> bytes:
        """Keys encoded as values are, spaces as `+`."""
        return urlencode(fields).encode()

    def multipart(self, boundary: str, name: str, purpose: str, contents: bytes) -> bytes:
        def field(field_name: str, value: str) -> bytes:
            head = f'--{boundary}\r\nContent-Disposition: form-data; name="{field_name}"\r\n\r\n'
            return f"{head}{value}\r\n".encode()

        file = (
            f"--{boundary}\r\n"
            f'Content-Disposition: form-data; name="file"; filename="{self.session}_{name}.jpeg"\r\n'
            "Content-Type: image/jpeg\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        )
        return (
            field("owned_by", self.session)
            + field("purpose", purpose)
            + file.encode()
            + contents
            + f"\r\n--{boundary}--\r\n".encode()
        )

    def decimal(self, number: float) -> str:
        return str(round(number, 2))

    def side_fields(self, side: str, forced: bool) -> Fields:
        return {"force_confirm": "true"} if forced else {}

    def face_fields(self) -> Fields:
        return {}

    def birthday_fields(self, birthday: Birthday) -> Fields:
        return {
            "day": f"{birthday.day:02}",
            "month": f"{birthday.month:02}",
            "year": f"{birthday.year:04}",
        }
