"""The browser that a sheet opens: it spends the link, and speaks the protocol with a cookie."""

from pathlib import Path
from urllib.parse import urlsplit

import requests

ANSWERED_WITHIN_SECONDS = 60


class Browser:
    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.host = f"{parts.scheme}://{parts.netloc}"
        self.http = requests.Session()
        self.http.headers["X-Bonafide-Page"] = "1"
        opened = self.http.get(address, timeout=ANSWERED_WITHIN_SECONDS)
        assert opened.status_code == 200
        begun = self.http.post(f"{address}/begin", timeout=ANSWERED_WITHIN_SECONDS)
        assert begun.status_code == 200, begun.text
        self.session: str = begun.json()["session"]

    def post(self, name: str, fields: dict[str, str]) -> dict:
        address = f"{self.host}/v1/identity/verification_pages/{self.session}/{name}"
        answer = self.http.post(address, data=fields, timeout=ANSWERED_WITHIN_SECONDS)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def upload(self, picture: Path) -> str:
        answer = self.http.post(
            f"{self.host}/v1/files",
            data={"owned_by": self.session, "purpose": "identity_private"},
            files={"file": ("front.jpg", picture.read_bytes(), "image/jpeg")},
            timeout=ANSWERED_WITHIN_SECONDS,
        )
        assert answer.status_code == 200, answer.text
        return answer.json()["id"]

    def show(self, front: Path) -> dict:
        """From consent to submit, with a document that has one side."""
        self.post("data", {"collected_data[biometric_consent]": "true"})
        side = "collected_data[id_document_front]"
        self.post(
            "data",
            {
                f"{side}[high_res_image]": self.upload(front),
                f"{side}[upload_method]": "file_upload",
                "collected_data[id_document_type]": "passport",
            },
        )
        return self.post("submit", {})
