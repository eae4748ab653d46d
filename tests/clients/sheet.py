"""The sheet that an SDK puts over an app: its calls, their order, and what it remembers between them.

What differs between platforms is in `ios` and `android`.
"""

from abc import ABC, abstractmethod
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

from .papers import Birthday, Papers
from .transition import Screen, by_missing, first_screen, next_screen
from .transport import Answer, Call, send

CURRENT = 7
APP = "com.example.bonafide"
# What the phone takes a side for: front of a card, back, passport, nothing of these.
SCORES = {"front": (0.97, 0.01, 0.02, 0.0), "back": (0.02, 0.9, 0.0, 0.08)}
SCORE_NAMES = ("front_card_score", "back_score", "passport_score", "invalid_score")
# Frames of a selfie: the part of a form that names them, and the end of a file's name.
FRAMES = {
    "best_high_res_image": "face",
    "best_low_res_image": "face_full_frame",
    "first_high_res_image": "face_first_crop_frame",
    "first_low_res_image": "face_first_full_frame",
    "last_high_res_image": "face_last_crop_frame",
    "last_low_res_image": "face_last_full_frame",
}
Fields = dict[str, str]


class Sheet(ABC):
    decoder: ModuleType
    # What a post says to forget or to keep, each by name.
    CLEARED: tuple[str, ...]

    def __init__(self, url: str, session: str, key: str, version: int = CURRENT) -> None:
        self.url = url
        self.session = session
        self.key = key
        self.version = version
        self.initial: list[str] = []
        self.collected: set[str] = set()

    # What a platform spells in its own way.

    @abstractmethod
    def headers(self) -> dict[str, str]: ...

    @abstractmethod
    def upload_headers(self, boundary: str) -> dict[str, str]: ...

    @abstractmethod
    def form_headers(self) -> dict[str, str]: ...

    @abstractmethod
    def form(self, fields: Fields) -> bytes: ...

    @abstractmethod
    def multipart(self, boundary: str, name: str, purpose: str, contents: bytes) -> bytes: ...

    @abstractmethod
    def decimal(self, number: float) -> str: ...

    @abstractmethod
    def side_fields(self, side: str, forced: bool) -> Fields:
        """What is sent of a side beside its pictures."""

    @abstractmethod
    def face_fields(self) -> Fields: ...

    @abstractmethod
    def birthday_fields(self, birthday: Birthday) -> Fields: ...

    # Calls.

    def page_target(self) -> str:
        return f"/v1/identity/verification_pages/{self.session}"

    def read_call(self) -> Call:
        return Call("GET", f"{self.page_target()}?app_identifier={APP}", self.headers())

    def read(self) -> dict:
        return self.decoder.decode_page(send(self.url, self.read_call()), self.version)

    def open(self) -> Screen:
        """Reads the page as the sheet comes up, and says what is to be shown."""
        page = self.read()
        self.initial = page["requirements"]["missing"]
        return first_screen(page)

    def open_here(self) -> Screen:
        """As if the phone had the models that capture in the app takes."""
        self.open()
        return by_missing(self.initial)

    def post_call(self, name: str, fields: Fields) -> Call:
        headers = self.form_headers()
        return Call("POST", f"{self.page_target()}/{name}", headers, self.form(fields))

    def post(self, name: str, fields: Fields | None = None) -> dict:
        return self.decoded(send(self.url, self.post_call(name, fields or {})))

    def decoded(self, answer: Answer) -> dict:
        return self.decoder.decode_data(answer, self.version)

    def upload_call(self, picture: Path, name: str, purpose: str = "identity_private") -> Call:
        boundary = f"form-{self.session}-{name}"
        body = self.multipart(boundary, name, purpose, picture.read_bytes())
        return Call("POST", "/v1/files", self.upload_headers(boundary), body)

    def upload(self, picture: Path, name: str) -> str:
        answer = send(self.url, self.upload_call(picture, name))
        return self.decoder.decode_file(answer)["id"]

    def data_fields(self, collected: dict[str, Fields | str]) -> Fields:
        """Both maps of a post: what one screen collected, and what is not there yet."""
        later = set(self.initial) - self.collected - set(collected)
        fields = {f"clear_data[{name}]": str(name in later).lower() for name in self.CLEARED}
        for name, value in collected.items():
            if isinstance(value, str):
                fields[f"collected_data[{name}]"] = value
            else:
                named = {f"collected_data[{name}][{part}]": text for part, text in value.items()}
                fields |= named
        return fields

    def collect(self, collected: dict[str, Fields | str]) -> dict:
        data = self.post("data", self.data_fields(collected))
        self.collected |= set(collected)
        if data["requirements"]["errors"]:
            self.collected.discard(data["requirements"]["errors"][0]["requirement"])
        return data

    # Screens.

    def consent(self, agreed: bool = True) -> dict:
        return self.collect({"biometric_consent": str(agreed).lower()})

    def photograph(self, side: str, picture: Path, forced: bool = False) -> dict[str, Fields]:
        """Uploads a side, taken by the camera on its own; returns what is to be posted of it."""
        with ThreadPoolExecutor(2) as pool:
            high = pool.submit(self.upload, picture, side)
            low = pool.submit(self.upload, picture, f"{side}_full_frame")
        scores = map(self.decimal, SCORES[side])
        return {
            f"id_document_{side}": {
                "high_res_image": high.result(),
                "low_res_image": low.result(),
                "upload_method": "auto_capture",
                **dict(zip(SCORE_NAMES, scores)),
                **self.side_fields(side, forced),
            }
        }

    def show_side(self, side: str, picture: Path) -> dict:
        return self.collect(self.photograph(side, picture))

    def choose_side(self, side: str, picture: Path) -> dict:
        """From the files on the phone: one picture, not judged there."""
        fields = {
            "high_res_image": self.upload(picture, side),
            "upload_method": "file_upload",
            **self.side_fields(side, forced=False),
        }
        return self.collect({f"id_document_{side}": fields})

    def force(self, side: dict[str, Fields]) -> dict:
        """The same pictures once more, as they are."""
        [(name, fields)] = side.items()
        return self.collect({name: {**fields, "force_confirm": "true"}})

    def show_face(self, picture: Path) -> dict:
        with ThreadPoolExecutor(len(FRAMES)) as pool:
            sent = {
                frame: pool.submit(self.upload, picture, name) for frame, name in FRAMES.items()
            }
        fields = {
            **{frame: upload.result() for frame, upload in sent.items()},
            "best_face_score": self.decimal(0.98),
            "face_score_variance": self.decimal(0.0),
            "num_frames": "8",
            "training_consent": "false",
        }
        return self.collect({"face": {**fields, **self.face_fields()}})

    def fill_in(self, papers: Papers) -> dict:
        """The form: every field of it that the page asked for at first, in one post."""
        known: dict[str, Fields | str] = {
            "name": {"first_name": papers.first_name, "last_name": papers.last_name},
            "dob": self.birthday_fields(papers.birthday),
            "id_number": {"country": "US", "partial_value": papers.number},
        }
        return self.collect({name: known[name] for name in known if name in self.initial})

    def submit(self) -> dict:
        return self.post("submit")

    def settle(self, outcome: str, delayed: bool) -> dict:
        """`verify` or `unverify`, from the choices of test mode."""
        return self.post(f"testing/{outcome}", {"simulate_delay": str(delayed).lower()})

    # The whole way.

    def complete(self, papers: Papers) -> list[Screen]:
        """From the first screen to the last; returns those that were shown."""
        shown = [self.open_here()]
        while shown[-1] is not Screen.SUCCESS:
            assert len(shown) < len(Screen), f"the way leads in circles: {shown}"
            shown.append(next_screen(self.pass_screen(shown[-1], papers)))
        return shown

    def pass_screen(self, screen: Screen, papers: Papers) -> dict:
        match screen:
            case Screen.CONSENT:
                return self.consent()
            case Screen.DOCUMENT:
                return self.show_document(papers)
            case Screen.FACE:
                assert papers.face is not None, "a face is asked for"
                return self.show_face(papers.face)
            case Screen.INDIVIDUAL_WELCOME | Screen.INDIVIDUAL:
                return self.fill_in(papers)
            case Screen.CONFIRMATION:
                return self.submit()
        raise AssertionError(f"there is no way on from {screen}")

    def show_document(self, papers: Papers) -> dict:
        assert papers.front is not None, "a document is asked for"
        data = self.show_side("front", papers.front)
        requirements = data["requirements"]
        if not requirements["errors"] and "id_document_back" in requirements["missing"]:
            assert papers.back is not None, "the back is asked for"
            data = self.show_side("back", papers.back)
        return data
