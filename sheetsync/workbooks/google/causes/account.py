"""What can be wrong with a key file, with the token that it gets, and with who gets it."""

from sheetsync.errors import ConfigError, WorkbookError
from sheetsync.model.language import marked
from sheetsync.workbooks.google.causes.row import Cause, Retry

TOKEN: tuple[Cause, ...] = (
    Cause(
        source="token",
        statuses=(429,),
        raises=WorkbookError,
        retry=Retry.SOON,
        tells=marked(
            "Google's login server asks to wait: there are too many requests (code 429). The "
            "key is all right; run again in some minutes."
        ),
    ),
    Cause(
        grants=("impersonation",),
        statuses=(403,),
        raises=ConfigError,
        quotes=True,
        tells=marked(
            "Google does not allow to act as the service account. Give whoever logged in the "
            "role “Service Account Token Creator” on it and wait for some minutes."
        ),
    ),
    Cause(
        grants=("impersonation",),
        statuses=(404,),
        raises=ConfigError,
        tells=marked(
            "There is no service account of the name to act as. Check the address in “gcloud "
            "auth application-default login --impersonate-service-account=ADDRESS”."
        ),
    ),
    Cause(
        # Subtypes of invalid_grant: Workspace asks people for their password every so often.
        reasons=("invalid_rapt", "rapt_required"),
        raises=ConfigError,
        tells=marked(
            "Google asks to log in again: the organisation demands it. Use “gcloud auth "
            "application-default login”. Unattended work needs a service account."
        ),
    ),
    Cause(
        # By the sentence: the reason is the same for a key that was deleted.
        reasons=("invalid_grant",),
        grants=("key",),
        text="Invalid JWT: Token must be a short-lived token",
        raises=ConfigError,
        tells=marked(
            "Google refused the signature: this computer's clock is wrong. Turn on setting "
            "the time by the network and run again."
        ),
    ),
    Cause(
        reasons=("invalid_grant",),
        grants=("key",),
        text="account not found",
        raises=ConfigError,
        tells=marked(
            "The service account whose key this is exists no more. Make a new one, download "
            "its key and share the sheet with its address."
        ),
    ),
    Cause(
        reasons=("invalid_grant",),
        grants=("key",),
        raises=ConfigError,
        quotes=True,
        tells=marked(
            "Google refused the service account's key: it is deleted or revoked. Make a new "
            "key in Google Cloud and replace the file."
        ),
    ),
    Cause(
        reasons=("invalid_grant",),
        grants=("login",),
        raises=ConfigError,
        quotes=True,
        tells=marked(
            "The login to Google has expired or is revoked. Log in anew: “gcloud auth "
            "application-default login”."
        ),
    ),
    Cause(
        reasons=("invalid_client", "deleted_client", "disabled_client", "unauthorized_client"),
        grants=("login",),
        raises=ConfigError,
        quotes=True,
        tells=marked(
            "Google no longer accepts the application by which you logged in. Log in anew: "
            "“gcloud auth application-default login”."
        ),
    ),
    Cause(
        reasons=("disabled_client", "deleted_client", "unauthorized_client", "access_denied"),
        grants=("key",),
        raises=ConfigError,
        quotes=True,
        tells=marked(
            "The service account may not log in: it is disabled, or the organisation bars "
            "it. Enable it on the page “IAM & Admin – Service Accounts”."
        ),
    ),
    Cause(
        reasons=("invalid_scope", "admin_policy_enforced"),
        raises=ConfigError,
        quotes=True,
        tells=marked(
            "Google did not give the right to sheets to whoever is asking. Log in anew and "
            "allow the scope https://www.googleapis.com/auth/spreadsheets, or use a service "
            "account's key."
        ),
    ),
    Cause(
        grants=("federation",),
        raises=ConfigError,
        quotes=True,
        tells=marked(
            "Google refused the login by federation (Workload Identity Federation). Check "
            "the pool, the provider and the conditions in its configuration, and whether the "
            "source token has expired."
        ),
    ),
    Cause(
        source="token",
        raises=ConfigError,
        quotes=True,
        tells=marked(
            "Google did not let in whoever is asking{code}. Check the key or the login: "
            "“sheetsync help google”, section «Ключ»."
        ),
    ),
)

KEY: tuple[Cause, ...] = (
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
