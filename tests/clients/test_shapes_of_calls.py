"""The bytes that each client sends, held against how the protocol is described.

Nothing is sent: what the server makes of it is what the other tests ask.
"""

import json
from pathlib import Path

import pytest

from .android import AndroidSheet
from .ios import IosSheet
from .papers import Birthday
from .sheet import Sheet

NAMED = {
    "collected_data[name][last_name]": "Söhne & Co",
    "clear_data[face]": "true",
    "collected_data[name][first_name]": "Ada María",
}


def made(client: type[Sheet]) -> Sheet:
    return client("http://127.0.0.1:12111", "vs_1", "ek_test_1")


def test_forms() -> None:
    assert made(IosSheet).form(NAMED) == (
        b"clear_data[face]=true&collected_data[name][first_name]=Ada%20Mar%C3%ADa"
        b"&collected_data[name][last_name]=S%C3%B6hne%20%26%20Co"
    )
    assert made(AndroidSheet).form(NAMED) == (
        b"collected_data%5Bname%5D%5Blast_name%5D=S%C3%B6hne+%26+Co&clear_data%5Bface%5D=true"
        b"&collected_data%5Bname%5D%5Bfirst_name%5D=Ada+Mar%C3%ADa"
    )


def test_versions_and_devices() -> None:
    ios, android = made(IosSheet), made(AndroidSheet)
    assert ios.headers()["Stripe-Version"] == "2020-08-27; identity_client_api=v7"
    assert ios.upload_headers("b")["Stripe-Version"] == "2020-08-27; identity_client_api=v7"
    assert android.headers()["Stripe-Version"] == "2020-08-27;identity_client_api=v7"
    assert android.upload_headers("b")["Stripe-Version"] == "2020-08-27"
    for sheet, language in ((ios, "objective-c"), (android, "kotlin")):
        device = json.loads(sheet.headers()["X-Stripe-User-Agent"])
        assert device["lang"] == language
        assert sheet.headers()["Authorization"] == "Bearer ek_test_1"
        sent = {name.lower() for name in sheet.form_headers()}
        assert not sent & {"idempotency-key", "cookie", "stripe-account"}


def test_numbers_and_days() -> None:
    ios, android = made(IosSheet), made(AndroidSheet)
    assert [ios.decimal(score) for score in (0.9, 0.0, 64.0)] == ["0.90", "0.00", "64.00"]
    assert [android.decimal(score) for score in (0.9, 0.0, 0.123)] == ["0.9", "0.0", "0.12"]
    day = Birthday(5, 12, 1990)
    assert ios.birthday_fields(day) == {"day": "5", "month": "12", "year": "1990"}
    assert android.birthday_fields(day) == {"day": "05", "month": "12", "year": "1990"}


@pytest.mark.parametrize(
    ("client", "order", "end"),
    [
        (IosSheet, ["purpose", "owned_by", "file"], b'filename="vs_1_front.jpg"'),
        (AndroidSheet, ["owned_by", "purpose", "file"], b'filename="vs_1_front.jpeg"'),
    ],
)
def test_uploads(client: type[Sheet], order: list[str], end: bytes, tmp_path: Path) -> None:
    picture = tmp_path / "front.jpg"
    picture.write_bytes(b"\xff\xd8\xff\r\n--")
    call = made(client).upload_call(picture, "front")
    assert call.body is not None
    at = [call.body.index(f'name="{name}"'.encode()) for name in order]
    assert at == sorted(at)
    assert end in call.body
    assert (b"Content-Transfer-Encoding: binary" in call.body) == (client is AndroidSheet)
    assert b"\r\n\r\n\xff\xd8\xff\r\n--\r\n--" in call.body


def test_both_maps_of_a_post(client: type[Sheet]) -> None:
    """What is collected now and was before is kept, the rest of what the page asked for is not."""
    sheet = made(client)
    sheet.initial = ["biometric_consent", "id_document_front", "id_document_back", "face"]
    sheet.collected = {"biometric_consent"}
    fields = sheet.data_fields({"id_document_front": {"upload_method": "file_upload"}})
    cleared = {
        name.removeprefix("clear_data[").removesuffix("]"): value
        for name, value in fields.items()
        if name.startswith("clear_data")
    }
    assert cleared.pop("id_document_back") == cleared.pop("face") == "true"
    assert set(cleared) >= {"biometric_consent", "id_document_front", "id_number", "dob", "name"}
    assert set(cleared.values()) == {"false"}
    assert ("phone" in cleared) == (client is AndroidSheet)


def test_only_one_says_that_nothing_is_forced() -> None:
    assert made(IosSheet).side_fields("front", forced=False)["force_confirm"] == "false"
    assert made(AndroidSheet).side_fields("front", forced=False) == {}


def test_submit_has_no_body(client: type[Sheet]) -> None:
    assert made(client).post_call("submit", {}).body == b""
