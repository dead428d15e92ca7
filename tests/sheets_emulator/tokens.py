"""The token endpoint for service accounts (RFC 7523), as far as a client can tell."""

import base64
import hashlib
import json
import secrets
from typing import Any
from urllib.parse import parse_qs

_SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")  # RFC 8017, 9.2, note 1

_RECORDED_TOKEN = "<ACCESS_TOKEN>"  # what recordings have in the place of one
_RECORDER = "telegram-budgeter@telegram-budgeter.iam.gserviceaccount.com"


class Tokens:
    """Tokens given out. Until `strict`, any token is taken."""

    def __init__(self) -> None:
        self.strict = False
        self.keys: dict[str, tuple[int, int]] = {}  # address -> modulus and exponent
        self.valid: set[str] = set()
        self.claims: list[dict[str, Any]] = []
        self._accounts: dict[str, str] = {_RECORDED_TOKEN: _RECORDER}

    def grant(self, form: bytes) -> tuple[int, dict[str, Any]]:
        """Status and body of an answer to a POST of a signed assertion."""
        fields = parse_qs(form.decode())
        try:
            claims = self._verified(fields["assertion"][0])
        except (KeyError, ValueError, IndexError):
            text = "Invalid JWT Signature."
            return 400, {"error": "invalid_grant", "error_description": text}
        self.claims.append(claims)
        token = f"ya29.{secrets.token_urlsafe(16)}"
        self.valid.add(token)
        self._accounts[token] = claims["iss"]
        return 200, {"access_token": token, "expires_in": 3599, "token_type": "Bearer"}

    def _verified(self, assertion: str) -> dict[str, Any]:
        head, middle, signature = assertion.split(".")
        claims: dict[str, Any] = json.loads(_decoded(middle))
        key = self.keys.get(claims["iss"])
        if key and not _signed(f"{head}.{middle}".encode(), _decoded(signature), key):
            raise ValueError("signature")
        return claims

    def account(self, header: str) -> str:
        """Whose token it is; "" where nobody knows."""
        return self._accounts.get(header.removeprefix("Bearer "), "")

    def accepts(self, header: str) -> bool:
        return not self.strict or header.removeprefix("Bearer ") in self.valid


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _signed(message: bytes, signature: bytes, key: tuple[int, int]) -> bool:
    """RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2.2)."""
    modulus, exponent = key
    size = (modulus.bit_length() + 7) // 8
    found = pow(int.from_bytes(signature), exponent, modulus).to_bytes(size)
    tail = b"\x00" + _SHA256 + hashlib.sha256(message).digest()
    return found == b"\x00\x01" + b"\xff" * (size - 2 - len(tail)) + tail
