"""A person who is verified by a mobile app: the verification_pages protocol and nothing else.

The calls and their order are those of the mobile SDKs: read the page, post the consent, upload and
post each side of the document, upload and post the selfie, submit. Every call carries the
ephemeral key alone.
"""

from pathlib import Path

import requests

API_VERSION = "2020-08-27;identity_client_api=v7"
UPLOAD_VERSION = "2020-08-27"
REQUEST_TIMEOUT_SECONDS = 30
FACE_FRAMES = [f"{which}_{size}_image" for which in ("best", "first", "last") for size in ("high_res", "low_res")]


class Refused(AssertionError):
    """An answer other than 200."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(status, text)
        self.status = status


class Person:
    def __init__(self, url: str, session: str, ephemeral_key: str) -> None:
        self.url = url
        self.session = session
        self.ephemeral_key = ephemeral_key
        self._http = requests.Session()
        self._http.headers["Authorization"] = f"Bearer {ephemeral_key}"

    @property
    def _page_url(self) -> str:
        return f"{self.url}/v1/identity/verification_pages/{self.session}"

    def page(self) -> dict:
        return self._answer(
            self._http.get(
                self._page_url,
                params={"app_identifier": "com.example.bonafide"},
                headers={"Stripe-Version": API_VERSION},
                timeout=REQUEST_TIMEOUT_SECONDS,
            )
        )

    def upload(self, picture: Path, name: str) -> str:
        """Sends one picture and returns its file id."""
        with picture.open("rb") as content:
            answer = self._http.post(
                f"{self.url}/v1/files",
                data={"owned_by": self.session, "purpose": "identity_private"},
                files={"file": (f"{self.session}_{name}.jpeg", content, "image/jpeg")},
                headers={"Stripe-Version": UPLOAD_VERSION},
                timeout=REQUEST_TIMEOUT_SECONDS,
            )
        return self._answer(answer)["id"]

    def post_data(self, collected: dict[str, str]) -> dict:
        fields = {f"collected_data{path}": value for path, value in collected.items()}
        return self._answer(
            self._http.post(
                f"{self._page_url}/data",
                data=fields,
                headers={"Stripe-Version": API_VERSION},
                timeout=REQUEST_TIMEOUT_SECONDS,
            )
        )

    def consent(self, agreed: bool = True) -> dict:
        return self.post_data({"[biometric_consent]": str(agreed).lower()})

    def show_document(self, front: Path, back: Path | None = None, forced: bool = False) -> dict:
        # Who has no other side to show says that it is a passport, as the page does.
        chosen = {} if back is not None else {"[id_document_type]": "passport"}
        data = self._show_side("front", front, forced, chosen)
        if back is not None and "id_document_back" in data["requirements"]["missing"]:
            data = self._show_side("back", back, forced)
        return data

    def _show_side(self, side: str, picture: Path, forced: bool, chosen: dict | None = None) -> dict:
        member = f"[id_document_{side}]"
        return self.post_data(
            {
                f"{member}[high_res_image]": self.upload(picture, side),
                f"{member}[upload_method]": "file_upload",
                f"{member}[force_confirm]": str(forced).lower(),
                **(chosen or {}),
            }
        )

    def show_face(self, selfie: Path) -> dict:
        frames = {
            f"[face][{frame}]": self.upload(selfie, f"face_{frame}") for frame in FACE_FRAMES
        }
        return self.post_data(
            {
                **frames,
                "[face][best_face_score]": "0.97",
                "[face][face_score_variance]": "0.01",
                "[face][num_frames]": "8",
                "[face][training_consent]": "false",
            }
        )

    def submit(self) -> dict:
        return self._answer(
            self._http.post(
                f"{self._page_url}/submit",
                headers={"Stripe-Version": API_VERSION},
                timeout=REQUEST_TIMEOUT_SECONDS,
            )
        )

    def complete(self, front: Path, selfie: Path | None, back: Path | None = None) -> dict:
        """Everything from consent to submit, answering what the server says is missing."""
        data = self.consent()
        assert "biometric_consent" not in data["requirements"]["missing"], data
        data = self.show_document(front, back)
        assert data["requirements"]["errors"] == [], data
        if selfie is not None:
            data = self.show_face(selfie)
        assert data["requirements"] == {"missing": [], "errors": []}, data
        return self.submit()

    @staticmethod
    def _answer(response: requests.Response) -> dict:
        if response.status_code != 200:
            raise Refused(response.status_code, response.text)
        return response.json()
