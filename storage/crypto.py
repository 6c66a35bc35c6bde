"""Seals what people told us, and makes it findable without opening it.

A sealed value is `version (1 byte) | key id's length (1) | key id | nonce (12) | ciphertext and tag (16)`,
AES-256-GCM (NIST SP 800-38D). Its associated data are that header and the table, column and row, each with
its length in front: a value copied to another row or column does not open. Nonces are random, so one key must
not seal more than 2**32 values.

A blind index is `key id:base64url(HMAC-SHA-256(key, purpose, value)[:16])`: equal values have equal indexes,
and nobody without the key can try names or phone numbers against it.
"""

import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as BadBase64
from hmac import digest as hmac_digest
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import KeyUnknown, Tampered

RowId = UUID | int | str

_VERSION = 1
_KEY_BYTES = 32
_NONCE_BYTES = 12
_TAG_BYTES = 16
_INDEX_BYTES = 16
_KEY_ID = re.compile(r"[a-z0-9]{1,16}")
_ID_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


class KeyRing:
    """The data and index keys of a deployment: the first of each is current, the others only open and find.

    Its `repr` shows key ids and never a key.
    """

    __slots__ = ("_ciphers", "_current_data", "_current_index", "_header", "_index_keys")

    def __init__(self, data_keys: dict[str, bytes], index_keys: dict[str, bytes]) -> None:
        _refuse_repeated_keys([*data_keys.values(), *index_keys.values()])
        self._ciphers = {key_id: AESGCM(key) for key_id, key in data_keys.items()}
        self._index_keys = dict(index_keys)
        self._current_data = next(iter(data_keys))
        self._current_index = next(iter(index_keys))
        self._header = _header(self._current_data)

    @classmethod
    def parse(cls, data_keys: str, index_keys: str) -> "KeyRing":
        """Read two settings, each `id:base64url[,id:base64url...]`, 32 bytes a key, the current one first.

        Raises ValueError, without a key in its message, for an empty ring, a malformed or repeated id, a key
        of another length, and a key that stands twice (also once as data key and once as index key).
        """
        return cls(_read_keys(data_keys), _read_keys(index_keys))

    def __repr__(self) -> str:
        return f"KeyRing(data={list(self._ciphers)}, index={list(self._index_keys)})"

    def seal(self, plain: str | bytes, *, table: str, column: str, id: RowId) -> bytes:
        """Encrypt with the current key, bound to one table, column and row.

        Text is sealed as UTF-8; a lone surrogate, which is no character, becomes "?".
        """
        nonce = secrets.token_bytes(_NONCE_BYTES)
        bound = _bound_to(self._header, table, column, id)
        return self._header + nonce + self._ciphers[self._current_data].encrypt(nonce, _utf8(plain), bound)

    def open(self, sealed: bytes, *, table: str, column: str, id: RowId) -> str:
        """Decrypt text.

        KeyUnknown: its key is not in this ring. Tampered: it is damaged or belongs to another place.
        ValueError: it was sealed as bytes that are no text.
        """
        try:
            return self.open_bytes(sealed, table=table, column=column, id=id).decode()
        except UnicodeDecodeError:
            raise ValueError(f"{table}.{column} holds bytes, not text: use open_bytes") from None

    def open_bytes(self, sealed: bytes, *, table: str, column: str, id: RowId) -> bytes:
        """Decrypt what was sealed as bytes; errors as in `open`."""
        header = _header_of(sealed)
        body = len(header) + _NONCE_BYTES
        try:
            bound = _bound_to(header, table, column, id)
            return self._cipher_of(header).decrypt(sealed[len(header) : body], sealed[body:], bound)
        except InvalidTag:
            raise Tampered(f"a value of {table}.{column} does not open for row {id}") from None

    def needs_rekey(self, sealed: bytes) -> bool:
        """Whether this was sealed with another key than the current one; Tampered when it is no envelope."""
        return _header_of(sealed) != self._header

    def reseal(self, sealed: bytes, *, table: str, column: str, id: RowId) -> bytes:
        """Return the value under the current key: `sealed` itself when it already is; errors as in `open`."""
        if not self.needs_rekey(sealed):
            return sealed
        plain = self.open_bytes(sealed, table=table, column=column, id=id)
        return self.seal(plain, table=table, column=column, id=id)

    def blind_index(self, purpose: str, value: str) -> str:
        """Return the current index of a value, at most 39 characters of ASCII.

        `purpose` keeps equal values of two columns apart. The caller normalises the value first: a phone as
        E.164, a name as lower-case words.
        """
        return _index(self._current_index, self._index_keys[self._current_index], purpose, value)

    def blind_indexes(self, purpose: str, value: str) -> tuple[str, ...]:
        """Return the index under every key, the current one first: search with all while keys change."""
        return tuple(_index(key_id, key, purpose, value) for key_id, key in self._index_keys.items())

    def index_is_current(self, index: str) -> bool:
        """Whether this index was made with the current index key."""
        return index.partition(":")[0] == self._current_index

    def reindex(self, index: str, purpose: str, value: str) -> str:
        """Return the current index of `value`: `index` itself when its key is the current one."""
        return index if self.index_is_current(index) else self.blind_index(purpose, value)

    def _cipher_of(self, header: bytes) -> AESGCM:
        key_id = header[2:].decode("ascii", "backslashreplace")
        try:
            return self._ciphers[key_id]
        except KeyError:
            raise KeyUnknown(f"a value was sealed with key {key_id!r}, which is not in the ring") from None


def generate_data_key() -> str:
    """Make a new data key, `k` and six random characters as its id, ready to stand first in DATA_KEYS."""
    return _generate_key("k")


def generate_index_key() -> str:
    """Make a new index key, `i` and six random characters as its id, ready to stand first in INDEX_KEY."""
    return _generate_key("i")


def _generate_key(kind: str) -> str:
    key_id = kind + "".join(secrets.choice(_ID_ALPHABET) for _ in range(6))
    return f"{key_id}:{_base64(secrets.token_bytes(_KEY_BYTES))}"


def _read_keys(setting: str) -> dict[str, bytes]:
    entries = [entry.strip() for entry in setting.split(",") if entry.strip()]
    if not entries:
        raise ValueError("a key ring needs at least one key, as id:base64url")
    keys = dict(_read_key(entry) for entry in entries)
    if len(keys) != len(entries):
        raise ValueError("a key id stands twice in one setting")
    return keys


def _read_key(entry: str) -> tuple[str, bytes]:
    key_id, colon, encoded = entry.partition(":")
    if not colon or not _KEY_ID.fullmatch(key_id):
        raise ValueError("a key is id:base64url, and its id is 1 to 16 of a-z and 0-9")
    key = _unbase64(encoded)
    if len(key) != _KEY_BYTES:
        raise ValueError(f"key {key_id!r} is not {_KEY_BYTES} bytes of base64url")
    return key_id, key


def _refuse_repeated_keys(keys: list[bytes]) -> None:
    if len(set(keys)) != len(keys):
        raise ValueError("one key stands under two ids: every data key and index key must be its own")


def _header(key_id: str) -> bytes:
    return bytes((_VERSION, len(key_id))) + key_id.encode("ascii")


def _header_of(sealed: bytes) -> bytes:
    if len(sealed) < 2 or sealed[0] != _VERSION:
        raise Tampered("a sealed value does not begin with a format this version knows")
    end = 2 + sealed[1]
    if len(sealed) < end + _NONCE_BYTES + _TAG_BYTES:
        raise Tampered("a sealed value is shorter than its own parts")
    return sealed[:end]


def _bound_to(header: bytes, table: str, column: str, id: RowId) -> bytes:
    return header + _joined(table, column, str(id))


def _joined(*parts: str) -> bytes:
    """Join texts; no two different lists give the same bytes: each has its length in front (4 bytes)."""
    encoded = [_utf8(part) for part in parts]
    return b"".join(len(part).to_bytes(4, "big") + part for part in encoded)


def _index(key_id: str, key: bytes, purpose: str, value: str) -> str:
    mac = hmac_digest(key, _joined(purpose, value), "sha256")
    return f"{key_id}:{_base64(mac[:_INDEX_BYTES])}"


def _utf8(plain: str | bytes) -> bytes:
    return plain if isinstance(plain, bytes) else plain.encode("utf-8", "replace")


def _base64(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def _unbase64(text: str) -> bytes:
    """Read base64url with or without its padding; anything else, also a stray character, is empty."""
    if not re.fullmatch(r"[A-Za-z0-9_-]+={0,2}", text):
        return b""
    unpadded = text.rstrip("=")
    try:
        return urlsafe_b64decode(unpadded + "=" * (-len(unpadded) % 4))
    except BadBase64:
        return b""
