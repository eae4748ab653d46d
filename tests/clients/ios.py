"""The sheet of the SDK for iOS."""

import json
from urllib.parse import quote

from . import ios_decoder
from .papers import Birthday
from .sheet import Fields, Sheet

DEVICE = {
    "lang": "objective-c",
    "bindings_version": "25.12.0",
    "os_version": "26.1",
    "type": "iPhone17,1",
    "model": "iPhone",
    "vendor_identifier": "8A2F3C51-0000-4000-8000-1D7E5B9C2A44",
}
CAMERA = {"brightness_value": 3.217, "exposure_iso": 64.0, "focal_length": 5.96}
LENS = "iPhone 16 Pro back triple camera 6.765mm f/1.78"


class IosSheet(Sheet):
    decoder = ios_decoder
    CLEARED = (
        *("biometric_consent", "id_document_front", "id_document_back", "face"),
        *("id_number", "dob", "name", "address", "phone_otp"),
    )

    def headers(self) -> dict[str, str]:
        return {
            "Host": self.url.removeprefix("http://"),
            "Authorization": f"Bearer {self.key}",
            "Stripe-Version": f"2020-08-27; identity_client_api=v{self.version}",
            "X-Stripe-User-Agent": json.dumps(DEVICE),
            "User-Agent": "Example/12 CFNetwork/3860.200.71 Darwin/25.1.0",
            "Accept": "*/*",
            "Accept-Language": "en-GB,en;q=0.9",
        }

    def form_headers(self) -> dict[str, str]:
        return {**self.headers(), "Content-Type": "application/x-www-form-urlencoded"}

    def upload_headers(self, boundary: str) -> dict[str, str]:
        return {**self.headers(), "Content-Type": f"multipart/form-data; boundary={boundary}"}

    def form(self, fields: Fields) -> bytes:
        """Keys sorted, their brackets as they are; values percent-encoded (RFC 3986, 2.1)."""
        pairs = (f"{name}={quote(fields[name], safe='')}" for name in sorted(fields))
        return "&".join(pairs).encode()

    def multipart(self, boundary: str, name: str, purpose: str, contents: bytes) -> bytes:
        def part(disposition: str, kind: str, value: bytes) -> bytes:
            head = f"--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\n{kind}\r\n"
            return head.encode() + value + b"\r\n"

        file = f'name="file"; filename="{self.session}_{name}.jpg"'
        return (
            part('name="purpose"', "", purpose.encode())
            + part('name="owned_by"', "", self.session.encode())
            + part(file, "Content-Type: image/jpeg\r\n", contents)
            + f"--{boundary}--\r\n".encode()
        )

    def decimal(self, number: float) -> str:
        return f"{number:.2f}"

    def side_fields(self, side: str, forced: bool) -> Fields:
        barcode = {
            "ios_barcode_decoded": "true",
            "ios_barcode_symbology": "VNBarcodeSymbologyPDF417",
            "ios_time_to_find_barcode": "842",
        }
        return {
            "force_confirm": str(forced).lower(),
            **self.camera_fields(""),
            **(barcode if side == "back" else {}),
        }

    def face_fields(self) -> Fields:
        return self.camera_fields("best_")

    def camera_fields(self, prefix: str) -> Fields:
        seen = {name: self.decimal(value) for name, value in CAMERA.items()}
        told = {"exposure_duration": "16", "camera_lens_model": LENS, "is_virtual_camera": "false"}
        return {f"{prefix}{name}": value for name, value in {**seen, **told}.items()}

    def birthday_fields(self, birthday: Birthday) -> Fields:
        return {
            "day": str(birthday.day),
            "month": str(birthday.month),
            "year": str(birthday.year),
        }
