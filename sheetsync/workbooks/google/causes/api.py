"""What the API itself refuses: for the project that asks, and for the spreadsheet asked for."""

from sheetsync.errors import ConfigError, WorkbookError, WorkbookMissing
from sheetsync.model.language import marked
from sheetsync.workbooks.google.causes.row import Cause, Retry

PROJECT: tuple[Cause, ...] = (
    Cause(
        reasons=("USER_PROJECT_DENIED", "CONSUMER_INVALID"),
        raises=ConfigError,
        quotes=True,
        tells=marked(
            "Google does not accept the project that pays for the requests: it does not "
            "exist or is not allowed. Check the variable GOOGLE_CLOUD_QUOTA_PROJECT or name "
            "another project: “gcloud auth application-default set-quota-project PROJECT”."
        ),
    ),
    Cause(
        # The reason is that of the next row, the cure another: a person's login names no project.
        reasons=("SERVICE_DISABLED", "PERMISSION_DENIED", "accessNotConfigured"),
        text="quota project",
        raises=ConfigError,
        tells=marked(
            "No Google Cloud project is named to pay for the requests. Name the one where "
            "the Google Sheets API is enabled: “gcloud auth application-default "
            "set-quota-project PROJECT”."
        ),
    ),
    Cause(
        reasons=("SERVICE_DISABLED", "SERVICE_NOT_VISIBLE", "accessNotConfigured"),
        raises=ConfigError,
        tells=marked(
            "The {api} is not enabled in the Google Cloud project. Enable it on the page "
            "“APIs & Services – Library” and wait for some minutes."
        ),
    ),
    Cause(
        reasons=("BILLING_DISABLED", "UREQ_PROJECT_BILLING_NOT_FOUND"),
        raises=ConfigError,
        tells=marked(
            "Google asks for billing of the Google Cloud project. Sheets need none: make a "
            "project of its own without paid services, or enable billing on the page "
            "“Billing”."
        ),
    ),
    Cause(
        reasons=("CONSUMER_SUSPENDED", "GCP_SUSPENDED"),
        raises=ConfigError,
        tells=marked(
            "Google has suspended the Google Cloud project. The reason is on its main page "
            "at https://console.cloud.google.com, where you can also appeal."
        ),
    ),
)

SHEET: tuple[Cause, ...] = (
    Cause(
        # Before the minute's quotas: to wait a minute would not help.
        reasons=("dailyLimitExceeded",),
        raises=WorkbookError,
        tells=marked(
            "The day's quota of requests to Google is exhausted. Run tomorrow, or ask for a "
            "higher one on the page “APIs & Services – Quotas”."
        ),
    ),
    Cause(
        # 60 reads and 60 writes a minute for an account, 300 for a project (Sheets API, usage
        # limits). A Retry-After is nowhere promised.
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
        # By then google-auth has fetched a new token and asked again.
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
        # The read before it went well, so it is the role that lacks.
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
        # Its status, FAILED_PRECONDITION, says less than Google's sentence.
        statuses=(400,),
        text="not supported for this document",
        raises=WorkbookError,
        tells=marked(
            "{place} is an Excel file on the Drive, not a Google Sheet. Open it and choose "
            "“File – Save as Google Sheets”, then give the new address."
        ),
    ),
)
