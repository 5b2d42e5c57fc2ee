"""PostgreSQL and Valkey as our children."""

import os
import signal
from pathlib import Path

import psycopg2
import pytest
import redis

from config.servers import keys
from config.servers.embedded import Checkout, Servers
from config.servers.errors import ServerError
from config.servers.postgres import Postgres

pytestmark = pytest.mark.embedded


def asked(url: str, question: str) -> object:
    connection = psycopg2.connect(url)
    try:
        with connection.cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchone()
    finally:
        connection.close()


def test_two_checkouts_run_side_by_side(tmp_path: Path) -> None:
    one, two = (Servers(tmp_path / name / "var", durable=False) for name in ("one", "two"))
    try:
        one.start()
        two.start()
        addresses = [servers.environment() for servers in (one, two)]
        assert len({url for each in addresses for url in each.values()}) == 6
        for each in addresses:
            assert asked(each["DATABASE_URL"], "SELECT current_user, current_database()") == ("app", "tao_nguon")
            assert redis.Redis.from_url(each["REDIS_URL"]).ping()
    finally:
        one.stop()
        two.stop()


def test_logins_have_no_more_rights_than_they_need(tmp_path: Path) -> None:
    servers = Servers(tmp_path / "var", broker=False, durable=False)
    try:
        servers.start()
        rights = [
            asked(
                servers.environment()[name],
                "SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user",
            )
            for name in ("DATABASE_URL", "DATABASE_OWNER_URL")
        ]
        wrong = servers.environment()["DATABASE_URL"].replace("app:", "app:x")
        with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
            asked(wrong, "SELECT 1")
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            asked(servers.environment()["DATABASE_URL"], "CREATE TABLE stray (id int)")
    finally:
        servers.stop()
    assert rights == [(False, False, False, False), (False, True, False, False)]
    assert (tmp_path / "var" / "secrets").stat().st_mode & 0o777 == 0o600


def test_pid_file_of_another_program_is_no_hindrance(tmp_path: Path) -> None:
    postgres = Postgres(tmp_path / "postgres", keys.make(), durable=False)
    try:
        postgres.start()
        postgres.stop()
        (postgres.folder / "postmaster.pid").write_text(f"{os.getpid()}\n{postgres.folder}\n0\n1\n\n127.0.0.1\n1 1\n")
        postgres.start()
        assert asked(postgres.url("app"), "SELECT 1") == (1,)
    finally:
        postgres.stop()


def test_full_disk_is_named(tmp_path: Path) -> None:
    postgres = Postgres(tmp_path / "postgres", keys.make(), minimum_free=2**60)
    with pytest.raises(ServerError, match=r"The disk of .* is full: \d+ MB are free"):
        postgres.start()


def test_lost_passwords_are_named(tmp_path: Path) -> None:
    first = Postgres(tmp_path / "postgres", keys.make(), durable=False)
    first.start()
    first.stop()
    (first.folder / "tao_nguon.ready").unlink()
    second = Postgres(tmp_path / "postgres", keys.make(), durable=False)
    with pytest.raises(ServerError, match="does not know the passwords"):
        second.start()
    assert not second.alive()


def test_killed_broker_comes_back_where_it_was_with_what_it_held_but_not_for_ever(tmp_path: Path) -> None:
    servers = Servers(tmp_path / "var", database=False)
    assert servers.valkey is not None
    try:
        servers.start()
        address = servers.environment()["REDIS_URL"]
        redis.Redis.from_url(address).set("job", "waiting")
        for _ in range(3):
            os.kill(servers.valkey.child.pid, signal.SIGKILL)
            servers.valkey.child.process.wait()
            servers.watch()
            assert redis.Redis.from_url(address).get("job") == b"waiting"
        os.kill(servers.valkey.child.pid, signal.SIGKILL)
        servers.valkey.child.process.wait()
        with pytest.raises(ServerError, match="Valkey died 4 times in ten minutes"):
            servers.watch()
    finally:
        servers.stop()


def test_one_command_owns_the_servers_and_others_join(tmp_path: Path) -> None:
    first, second = Checkout(tmp_path), Checkout(tmp_path)
    assert first.own()
    assert not second.own()
    assert second.join() is None
    first.state.write({"environment": {"REDIS_URL": "redis://one"}})
    joined = second.join()
    assert joined == {"pid": os.getpid(), "environment": {"REDIS_URL": "redis://one"}}
    assert not first.users.take()
    second.leave()
    first.give_up()
    first.release()
    assert second.own()
    second.release()
