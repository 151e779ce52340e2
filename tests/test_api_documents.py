"""What integrators read of codes and limits is what the code says."""

import re

from backend.graphql_server.codes import RequestCode
from tests.api_documents import FOLDER, RATES, ROOT, UNSEEN, counted, errors_document, limits_document, request_codes
from tests.api_documents import user_codes as of_inputs

_CODE = re.compile(
    r"""(?:"code": |coded\(error, |RequestRefused\(\d+, |Refusal\(\d+, |_later\(request, \d+, )"([A-Z_]+)\""""
)


def test_the_documents_are_written_from_the_code() -> None:
    assert (FOLDER / "errors.md").read_text() == errors_document(), "run make schema"
    assert (FOLDER / "limits.md").read_text() == limits_document(), "run make schema"


def test_every_code_has_a_cause_and_a_remedy() -> None:
    for code in (*request_codes(), *of_inputs()):
        assert code.cause.endswith((".", "`.")), code
        assert code.remedy.endswith((".", "`.")), code
    edge = [path for part in ("graphql_server", "web", "resolvers") for path in (ROOT / "backend" / part).glob("*.py")]
    used = {code for path in edge for code in _CODE.findall(path.read_text())}
    assert used <= set(RequestCode)


def test_every_rate_is_told_of() -> None:
    assert set(counted()) == RATES.keys() | UNSEEN
