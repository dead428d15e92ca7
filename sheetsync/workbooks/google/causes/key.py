"""The key file, and what Application Default Credentials find in its stead."""

from sheetsync.errors import ConfigError
from sheetsync.model.language import marked
from sheetsync.workbooks.google.causes.row import Cause

ROWS: tuple[Cause, ...] = (
    Cause(
        reasons=("file:none",),
        raises=ConfigError,
        tells=marked(
            "Nothing says who is to ask Google. Name the key file: google_key in the section "
            "[plan] of sheetsync.toml, or the variable GOOGLE_APPLICATION_CREDENTIALS."
        ),
    ),
    Cause(
        reasons=("file:default",),
        raises=ConfigError,
        quotes=True,
        tells=marked(
            "The file by which the program is to log in to Google is unusable. Check the "
            "variable GOOGLE_APPLICATION_CREDENTIALS or log in anew: “gcloud auth "
            "application-default login”."
        ),
    ),
    Cause(
        reasons=("file:missing",),
        raises=ConfigError,
        tells=marked("There is no key file “{key}”. Check google_key."),
    ),
    Cause(
        reasons=("file:unreadable",),
        raises=ConfigError,
        tells=marked("The key file “{key}” cannot be read: {words}."),
    ),
    Cause(
        reasons=("file:open",),
        raises=ConfigError,
        tells=marked(
            "The key file “{key}” can be read by every user of the computer. Close it: chmod "
            "600 “{key}”."
        ),
    ),
    Cause(
        reasons=("file:external_account",),
        raises=ConfigError,
        tells=marked(
            "The file “{key}” is a federation's configuration, not a service account's key. "
            "Take the line google_key away and name this file in the variable "
            "GOOGLE_APPLICATION_CREDENTIALS."
        ),
    ),
    Cause(
        reasons=("file:authorized_user", "file:impersonated_service_account"),
        raises=ConfigError,
        tells=marked(
            "The file “{key}” is a person's login, not a service account's key. Take the "
            "line google_key away, and the program will use this login by itself, or "
            "download a key of the kind JSON."
        ),
    ),
    Cause(
        reasons=("file:incomplete",),
        raises=ConfigError,
        tells=marked(
            "The file “{key}” is not the whole of a service account's key: the lines {words} "
            "are missing. Download a new key of the kind JSON on the page “IAM & Admin – "
            "Service Accounts – Keys”."
        ),
    ),
    Cause(
        source="file",
        raises=ConfigError,
        tells=marked(
            "The file “{key}” is no service account's key. Download a key of the kind JSON "
            "on the page “IAM & Admin – Service Accounts – Keys”."
        ),
    ),
)
