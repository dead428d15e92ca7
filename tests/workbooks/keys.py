"""Keys of service accounts to sign with."""

import json
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

ACCOUNT = "robot@project.iam.example.org"


def key_info(private_key: rsa.RSAPrivateKey, base: str) -> dict[str, str]:
    """What stands in the key file of a service account whose token endpoint is the emulator."""
    text = private_key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()
    return {
        "type": "service_account",
        "client_email": ACCOUNT,
        "private_key": text,
        "private_key_id": "1",
        "token_uri": f"{base}/token",
    }


def write_key(path: Path, private_key: rsa.RSAPrivateKey, base: str) -> Path:
    """Such a file."""
    path.write_text(json.dumps(key_info(private_key, base)), encoding="utf-8")
    path.chmod(0o600)
    return path
