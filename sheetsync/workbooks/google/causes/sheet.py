"""The API: its quotas, and the one spreadsheet."""

from sheetsync.errors import ConfigError, WorkbookError, WorkbookMissing
from sheetsync.model.language import marked
from sheetsync.workbooks.google.causes.row import Cause, Retry

ROWS: tuple[Cause, ...] = (
    Cause(
        reasons=("dailyLimitExceeded",),
        raises=WorkbookError,
        tells=marked(
            "The day's quota of requests to Google is exhausted. Run tomorrow, or ask for a "
            "higher one on the page “APIs & Services – Quotas”."
        ),
    ),
    Cause(
        reasons=(
            "RATE_LIMIT_EXCEEDED",
            "RESOURCE_QUOTA_EXCEEDED",
            "RESOURCE_EXHAUSTED",
            "rateLimitExceeded",
            "userRateLimitExceeded",
            "sharingRateLimitExceeded",
            "quotaExceeded",
        ),
        statuses=(429,),
        source="api",
        raises=WorkbookError,
        retry=Retry.NEXT_MINUTE,
        tells=marked(
            "The minute's quota of requests to Google Sheets is exhausted. Run in a minute, "
            "or spread the runs of the plans in time."
        ),
    ),
    Cause(
        reasons=("ORG_RESTRICTION_VIOLATION", "SECURITY_POLICY_VIOLATED", "domainPolicy"),
        raises=WorkbookError,
        quotes=True,
        tells=marked(
            "The organisation's rules forbid access to the sheet {place}. Ask the "
            "administrator of Google Workspace to allow it to {account}."
        ),
    ),
    Cause(
        reasons=("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions"),
        raises=ConfigError,
        tells=marked(
            "The login was made without the right to sheets. Log in anew: “gcloud auth "
            "application-default login "
            "--scopes=https://www.googleapis.com/auth/cloud-platform,"
            "https://www.googleapis.com/auth/spreadsheets”; "
            "allow a machine in Google Cloud the second of these scopes."
        ),
    ),
    Cause(
        statuses=(404, 410),
        raises=WorkbookMissing,
        tells=marked(
            "There is no sheet {place}. Copy the whole of its address from the browser; if "
            "it was deleted, restore it from the bin of the Drive."
        ),
    ),
    Cause(
        statuses=(401,),
        raises=WorkbookError,
        quotes=True,
        tells=marked(
            "Google does not know who asks for the sheet {place}, though the login succeeded "
            "(code 401). Check that the account {account} is not disabled and that no proxy "
            "cuts the header Authorization out."
        ),
    ),
    Cause(
        statuses=(403,),
        writing=True,
        raises=WorkbookError,
        tells=marked(
            "The sheet {place} can be read, but not changed. Open its “Share” and make "
            "{account} an editor."
        ),
    ),
    Cause(
        statuses=(403,),
        raises=WorkbookError,
        tells=marked(
            "There is no access to the sheet {place}. Open its “Share” and add {account} as "
            "an editor."
        ),
    ),
    Cause(
        statuses=(400,),
        text="not supported for this document",
        raises=WorkbookError,
        tells=marked(
            "{place} is an Excel file on the Drive, not a Google Sheet. Open it and choose "
            "“File – Save as Google Sheets”, then give the new address."
        ),
    ),
)
