"""Addresses with a password, in every way to write one: used whole, and shown nowhere."""

from __future__ import annotations

import pytest
from sqlalchemy.engine import URL

from assessment.files.folders import data_folder, log_folder
from assessment.records.errors import BadAddressError
from assessment.records.store.addresses import VARIABLE, address_of, shown
from tests.cases import each
from tests.gym import Gym

PASSWORDS = (
    "S3cr@tPart", "S3cr/tPart", "S3cr%tPart", "S3cr:tPart", "S3cr#tPart", "S3cr?tPart",
    "S3cr+tPart", "S3cr tPart", "S3cr@t@Part", "@S3crtPart", "S3crtPart@", "S3cr/t@Part:x",
    "S3cr%2", "žS3crtPart", "S3cr&t=Part", "[S3crtPart]",
)  # fmt: skip


@each("password", PASSWORDS)
def test_a_password_goes_to_the_server_whole_and_is_never_shown(password: str) -> None:
    url = address_of(f"postgresql+psycopg://gym:{password}@host.invalid:5433/x?connect_timeout=1")

    assert (url.username, url.password, url.host, url.port, url.database) == (
        "gym", password, "host.invalid", 5433, "x",
    )  # fmt: skip
    assert shown(url) == "postgresql+psycopg://gym@host.invalid:5433/x"


@each(
    ("written", "means"),
    [
        ("S3cr%40tPart", "S3cr@tPart"),
        ("S3cr%2FtPart", "S3cr/tPart"),
        ("S3cr%25tPart", "S3cr%tPart"),
        ("S3cr%2525", "S3cr%25"),
    ],
)
def test_a_password_in_percent_codes_means_what_it_means(written: str, means: str) -> None:
    url = address_of(f"postgresql://gym:{written}@host.invalid/x")
    assert (url.password, url.host) == (means, "host.invalid")
    assert means not in shown(url)
    assert written not in shown(url)


@each(
    "address",
    [
        "postgresql://gym@host.invalid/x?password=S3cretPart",
        "postgresql://host.invalid/x?user=gym&password=S3c@retPart&sslpassword=S3cretPart",
        "postgresql://gym@/x?host=host.invalid&options=-c%20app.token%3DS3cretPart",
        "postgresql://gym@host.invalid/x?passfile=/home/S3cretPart",
        "postgres://gym:S3cretPart@host.invalid",
        "postgresql://:S3cretPart@host.invalid/x",
    ],
)
def test_no_secret_of_an_address_is_in_any_message(address: str) -> None:
    assert "retPart" not in shown(address_of(address))
    assert "password" not in shown(address_of(address))


@each(
    "address",
    [
        "mysql://gym:S3cretPart@host/x",
        "postgresql://gym:S3cretPart@host:port/x",
        "postgresql+asyncpg://gym:S3cretPart@host/x",
        "gym:S3cretPart@host",
        "postgresql//gym:S3cretPart@host/x",
    ],
)
def test_an_address_that_is_refused_is_not_repeated(address: str) -> None:
    with pytest.raises(BadAddressError) as refused:
        address_of(address)
    assert "S3cret" not in str(refused.value)


@pytest.mark.parametrize("password", ["S3cr@tPart", "S3cr/tPart"])
def test_no_command_prints_or_logs_a_part_of_a_password(
    gym: Gym, monkeypatch: pytest.MonkeyPatch, password: str
) -> None:
    address = f"postgresql+psycopg://gym:{password}@127.0.0.1:1/x?sslpassword=tPart"
    said = ""
    for action in ("push", "pull"):
        done = gym("records", action, address)
        assert done.exit_code == 1
        assert "gym@127.0.0.1:1/x" in done.stderr
        said += done.output
    monkeypatch.setenv(VARIABLE, address)
    for arguments in (("records", "list"), ("doctor",), ("settings",), ("seal", "status")):
        said += gym(*arguments).output
    for folder in (data_folder(), log_folder()):
        said += "".join(
            path.read_bytes().decode(errors="replace")
            for path in folder.rglob("*")
            if path.is_file()
        )
    assert "tPart" not in said
    assert "S3cr" not in said


def test_the_sentence_of_a_driver_is_not_passed_on(gym: Gym) -> None:
    url = URL.create("postgresql+psycopg", "gym", "S3cretPart", "127.0.0.1", 1, "x")
    bad = f"{url.render_as_string(hide_password=False)}?S3cretPart=1"
    refused = gym("records", "push", bad)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "has an option that a PostgreSQL server does not know" in refused.stderr
    assert "S3cret" not in refused.output
