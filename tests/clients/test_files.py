"""Files that a post names: they have to be the session's own, and the error says which is not."""

from pathlib import Path

import pytest

from harness.documents import Documents
from harness.merchant import Merchant

from .conftest import SheetFor
from .envelope import Problem
from .sheet import FRAMES, Fields, Sheet


@pytest.fixture
def sheet(merchant: Merchant, sheet_for: SheetFor) -> Sheet:
    sheet = sheet_for(merchant.create_session().id)
    sheet.open_here()
    sheet.consent()
    return sheet


@pytest.fixture
def picture(documents: Documents) -> Path:
    return documents.make().front


@pytest.fixture(params=["nobody's", "another's", "nonsense"])
def bad(
    request: pytest.FixtureRequest, merchant: Merchant, sheet_for: SheetFor, picture: Path
) -> str:
    """The identifier of a file that the session does not have."""
    if request.param == "another's":
        return sheet_for(merchant.create_session().id).upload(picture, "front")
    return {"nobody's": "file_1ABCDEFGHIJKLMNOPQRSTUVW", "nonsense": "a file"}[request.param]


def blamed(sheet: Sheet, collected: dict[str, Fields | str]) -> str | None:
    """The parameter at fault."""
    with pytest.raises(Problem) as refused:
        sheet.collect(collected)
    problem = refused.value
    assert (problem.type, problem.code) == ("invalid_request_error", "resource_missing")
    return problem.param


def test_of_a_side(sheet: Sheet, picture: Path, bad: str) -> None:
    good = sheet.upload(picture, "front")
    for high, low, member in ((bad, good, "high_res_image"), (good, bad, "low_res_image")):
        side = {"high_res_image": high, "low_res_image": low, "upload_method": "auto_capture"}
        param = f"collected_data[id_document_front][{member}]"
        assert blamed(sheet, {"id_document_front": side}) == param
    assert "id_document_front" in sheet.read()["requirements"]["missing"]


def test_of_a_face(sheet: Sheet, picture: Path, bad: str) -> None:
    good = sheet.upload(picture, "face")
    for frame in FRAMES:
        frames = {**dict.fromkeys(FRAMES, good), frame: bad}
        assert blamed(sheet, {"face": frames}) == f"collected_data[face][{frame}]"
