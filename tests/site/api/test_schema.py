"""The API against what its own schema lets somebody send: an answer or a refusal, never a fault of ours."""

from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error

from ouverture.services.casework.house import House
from ouverture.site.wsgi import application
from tests.services.casework.wired import FILE
from tests.site.api.test_api import token
from tests.site.desk.conftest import house  # noqa: F401

EXAMPLES = 6
schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application)


@schema.parametrize()
@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
)
def test_nothing_that_the_schema_allows_breaks_a_route(case: schemathesis.Case[Any], house: House) -> None:  # noqa: F811
    if "stream" in case.path_parameters:
        case.path_parameters["stream"] = FILE
    response = case.call(headers=token("supervisor"))
    case.validate_response(response, checks=[not_a_server_error])
