"""What all tests share: every report that they make is held against the JSON Schema of the contract."""

import pytest
from jsonschema import Draft202012Validator

from healthscore.report import json as contract


@pytest.fixture(scope="session", autouse=True)
def _every_report_keeps_the_contract():
    validator = Draft202012Validator(contract.json_schema())
    as_dict = contract.as_dict

    def checked(report):
        document = as_dict(report)
        validator.validate(document)
        return document

    contract.as_dict = checked
    yield
    contract.as_dict = as_dict
