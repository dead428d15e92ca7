"""Whoever hands out access tokens: Google's login, federation, impersonation."""

from sheetsync.errors import ConfigError, WorkbookError
from sheetsync.model.language import marked
from sheetsync.workbooks.google.causes.row import Cause, Retry

ROWS: tuple[Cause, ...] = (
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
        reasons=("invalid_rapt", "rapt_required"),
        raises=ConfigError,
        tells=marked(
            "Google asks to log in again: the organisation demands it. Use “gcloud auth "
            "application-default login”. Unattended work needs a service account."
        ),
    ),
    Cause(
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
