"""Pictures as each client sends them, and what it reads of the answer."""

from pathlib import Path

import pytest

from harness.documents import Documents
from harness.merchant import Merchant

from .conftest import SheetFor
from .envelope import Problem
from .transport import send

# As large as one client makes pictures.
LARGEST = 16_000_000


@pytest.mark.parametrize("purpose", ["identity_private", "identity_document"])
def test_what_comes_back(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents, purpose: str
) -> None:
    sheet = sheet_for(merchant.create_session().id)
    picture = documents.make().front
    answer = send(sheet.url, sheet.upload_call(picture, "front", purpose))
    file = sheet.decoder.decode_file(answer)
    assert file["id"].startswith("file_")
    assert (file["purpose"], file["size"], file["type"]) == (purpose, picture.stat().st_size, "jpg")


def test_the_name_is_the_clients(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents
) -> None:
    sheet = sheet_for(merchant.create_session().id)
    answer = send(sheet.url, sheet.upload_call(documents.make().front, "front_full_frame"))
    assert answer.json()["filename"].startswith(f"{sheet.session}_front_full_frame.jp")


def test_the_largest_picture(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents, tmp_path: Path
) -> None:
    sheet = sheet_for(merchant.create_session().id)
    contents = documents.make().front.read_bytes()
    for size, taken in ((LARGEST, True), (LARGEST + 1, False)):
        picture = tmp_path / f"{size}.jpg"
        picture.write_bytes(contents + bytes(size - len(contents)))
        if taken:
            assert sheet.upload(picture, "front").startswith("file_")
            continue
        with pytest.raises(Problem) as refused:
            sheet.upload(picture, "front")
        assert 400 <= refused.value.status < 500


def test_a_purpose_that_is_not_the_persons(
    merchant: Merchant, sheet_for: SheetFor, documents: Documents
) -> None:
    sheet = sheet_for(merchant.create_session().id)
    answer = send(sheet.url, sheet.upload_call(documents.make().front, "face", "selfie"))
    with pytest.raises(Problem) as refused:
        sheet.decoder.decode_file(answer)
    assert refused.value.param == "purpose"


def test_something_that_is_no_picture(
    merchant: Merchant, sheet_for: SheetFor, tmp_path: Path
) -> None:
    text = tmp_path / "front.jpeg"
    text.write_text("no picture")
    sheet = sheet_for(merchant.create_session().id)
    with pytest.raises(Problem) as refused:
        sheet.upload(text, "front")
    assert refused.value.param == "file"
