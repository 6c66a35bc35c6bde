from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.crypto import KeyRing, generate_data_key, generate_index_key
from storage.errors import KeyUnknown, Tampered
from storage.types import new_id

SARI = UUID("01890a5d-ac96-774b-bcce-b302099a8057")
OLD_DATA, NEW_DATA = generate_data_key(), generate_data_key()
OLD_INDEX, NEW_INDEX = generate_index_key(), generate_index_key()
old = KeyRing.parse(OLD_DATA, OLD_INDEX)
both = KeyRing.parse(f"{NEW_DATA}, {OLD_DATA}", f"{NEW_INDEX},{OLD_INDEX}")


def key_of(entry: str) -> str:
    return entry.partition(":")[2]


@given(
    plain=st.text(), table=st.text(), column=st.text(), row=st.one_of(st.uuids(), st.integers(), st.text())
)
def test_what_is_sealed_opens(plain: str, table: str, column: str, row: UUID | int | str) -> None:
    """Any text opens again in its own place."""
    sealed = old.seal(plain, table=table, column=column, id=row)
    assert old.open(sealed, table=table, column=column, id=row) == plain


def test_bytes_and_broken_text() -> None:
    """Bytes open as bytes only; a lone surrogate, which Telegram's JSON may carry, is sealed as "?"."""
    sealed = old.seal(b"\xff\x00", table="cases", column="answer", id=1)
    assert old.open_bytes(sealed, table="cases", column="answer", id=1) == b"\xff\x00"
    with pytest.raises(ValueError, match="open_bytes"):
        old.open(sealed, table="cases", column="answer", id=1)
    sealed = old.seal("Sari \ud83d", table="cases", column="answer", id=1)
    assert old.open(sealed, table="cases", column="answer", id=1) == "Sari ?"


@pytest.mark.parametrize(
    ("table", "column", "row"),
    [
        ("contacts", "name", SARI),
        ("leads", "phone", SARI),
        ("leads", "name", new_id()),
        ("lead", "sname", SARI),
    ],
)
def test_a_copied_value_does_not_open(table: str, column: str, row: UUID) -> None:
    """A value moved to another table, column or row is Tampered, also where the names join to the same."""
    sealed = old.seal("Sari", table="leads", column="name", id=SARI)
    with pytest.raises(Tampered):
        old.open(sealed, table=table, column=column, id=row)


def test_every_changed_byte_is_noticed() -> None:
    """Whichever byte of a sealed value changes or is cut off, it does not open."""
    sealed = old.seal("Sari", table="leads", column="name", id=SARI)
    changed = [sealed[:i] + bytes([sealed[i] ^ 1]) + sealed[i + 1 :] for i in range(len(sealed))]
    for damaged in [*changed, *(sealed[:i] for i in range(len(sealed))), sealed + b"\0"]:
        with pytest.raises((Tampered, KeyUnknown)):
            old.open(damaged, table="leads", column="name", id=SARI)


def test_sealing_twice_differs() -> None:
    """Equal texts are sealed differently each time, so the database shows nobody's equals."""
    assert len({old.seal("Sari", table="leads", column="name", id=SARI) for _ in range(100)}) == 100


def test_a_key_that_left_the_ring() -> None:
    """A value whose key is gone says KeyUnknown and names the key, so that it can be brought back."""
    sealed = both.seal("Sari", table="leads", column="name", id=SARI)
    with pytest.raises(KeyUnknown, match=NEW_DATA.partition(":")[0]):
        old.open(sealed, table="leads", column="name", id=SARI)


def test_rekey() -> None:
    """With a new key in front old values still open, and once resealed no longer need the old key."""
    sealed = old.seal("Sari", table="leads", column="name", id=SARI)
    assert both.open(sealed, table="leads", column="name", id=SARI) == "Sari"
    assert both.needs_rekey(sealed)
    fresh = both.reseal(sealed, table="leads", column="name", id=SARI)
    assert not both.needs_rekey(fresh)
    assert both.reseal(fresh, table="leads", column="name", id=SARI) is fresh
    only_new = KeyRing.parse(NEW_DATA, NEW_INDEX)
    assert only_new.open(fresh, table="leads", column="name", id=SARI) == "Sari"


def test_a_blind_index_finds_equals() -> None:
    """Equal values have equal indexes, of 128 bits and a key id; other values, purposes, keys have others."""
    index = old.blind_index("phone", "+6281234567890")
    assert index == old.blind_index("phone", "+6281234567890")
    key_id, _, mac = index.partition(":")
    assert key_id == OLD_INDEX.partition(":")[0]
    assert len(mac) == 22
    others = {both.blind_index("phone", "+6281234567890"), old.blind_index("phone", "+6281234567891")}
    others |= {old.blind_index("name", "+6281234567890"), old.blind_index("phone+", "6281234567890")}
    assert len(others | {index}) == 5


def test_searching_and_reindexing_while_index_keys_change() -> None:
    """During a change every key's index is searched, the current first, and an old one is replaced."""
    before = old.blind_index("phone", "+62812")
    assert both.blind_indexes("phone", "+62812") == (both.blind_index("phone", "+62812"), before)
    assert not both.index_is_current(before)
    after = both.reindex(before, "phone", "+62812")
    assert after == both.blind_index("phone", "+62812")
    assert both.index_is_current(after)
    assert both.reindex(after, "phone", "+62812") is after


def test_known_index() -> None:
    """The index is what `openssl dgst -mac HMAC` gives: a change here would lose every person's index."""
    ring = KeyRing.parse(generate_data_key(), "i1:" + "A" * 43)
    assert ring.blind_index("phone", "+6281234567890") == "i1:RwYYumvM4drDLhpKHwBFEA"


@pytest.mark.parametrize(
    ("data", "index", "problem"),
    [
        ("", OLD_INDEX, "at least one key"),
        (OLD_DATA, " , ", "at least one key"),
        (key_of(OLD_DATA), OLD_INDEX, "id:base64url"),
        (f"K1:{key_of(OLD_DATA)}", OLD_INDEX, "a-z and 0-9"),
        (f"k1:{key_of(OLD_DATA)[:-2]}", OLD_INDEX, "32 bytes"),
        (f"k1:{key_of(OLD_DATA)[:-1]}!", OLD_INDEX, "32 bytes"),
        (f"{OLD_DATA},{OLD_DATA}", OLD_INDEX, "id stands twice"),
        (f"{OLD_DATA},k1:{key_of(OLD_DATA)}", OLD_INDEX, "two ids"),
        (OLD_DATA, f"i1:{key_of(OLD_DATA)}", "two ids"),
    ],
    ids=("none", "no-index", "no-id", "capital", "short", "sign", "twice", "same-key", "same-in-index"),
)
def test_settings_that_cannot_be_keys(data: str, index: str, problem: str) -> None:
    """A malformed setting is refused, in words that do not repeat the key."""
    with pytest.raises(ValueError, match=problem) as refused:
        KeyRing.parse(data, index)
    assert key_of(OLD_DATA)[:20] not in str(refused.value)


def test_keys_are_never_shown() -> None:
    """Neither repr nor str of a ring holds a key, only ids."""
    shown = f"{both!r} {both}"
    assert OLD_DATA.partition(":")[0] in shown
    assert not any(key_of(entry)[:8] in shown for entry in (OLD_DATA, NEW_DATA, OLD_INDEX, NEW_INDEX))


def test_padding_is_welcome() -> None:
    """A key made with `openssl rand | base64url` keeps its "=" and is the same key."""
    sealed = old.seal("Sari", table="leads", column="name", id=SARI)
    padded = KeyRing.parse(f"{OLD_DATA}=", OLD_INDEX)
    assert padded.open(sealed, table="leads", column="name", id=SARI) == "Sari"
