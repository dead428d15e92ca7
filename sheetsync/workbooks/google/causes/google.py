"""What Google refuses: for the project that asks, for who asks, and for what is asked for."""

from sheetsync.errors import ConfigError, WorkbookMissing
from sheetsync.model.language import marked
from sheetsync.workbooks.google.causes.row import Cause, Retry

ROWS: tuple[Cause, ...] = (
    # The project of Google Cloud.
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
    # Tokens: the login, the key.
    Cause(
        source="token",
        statuses=(429,),
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
    # The spreadsheet, and how much is asked of it.
    Cause(
        # Before the minute's quotas: to wait a minute would not help.
        reasons=("dailyLimitExceeded",),
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
        retry=Retry.NEXT_MINUTE,
        tells=marked(
            "The minute's quota of requests to Google Sheets is exhausted. Run in a minute, "
            "or spread the runs of the plans in time."
        ),
    ),
    Cause(
        reasons=("ORG_RESTRICTION_VIOLATION", "SECURITY_POLICY_VIOLATED", "domainPolicy"),
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
        tells=marked(
            "The sheet {place} can be read, but not changed. Open its “Share” and make "
            "{account} an editor."
        ),
    ),
    Cause(
        statuses=(403,),
        tells=marked(
            "There is no access to the sheet {place}. Open its “Share” and add {account} as "
            "an editor."
        ),
    ),
    Cause(
        # Its status, FAILED_PRECONDITION, says less than Google's sentence.
        statuses=(400,),
        text="not supported for this document",
        tells=marked(
            "{place} is an Excel file on the Drive, not a Google Sheet. Open it and choose "
            "“File – Save as Google Sheets”, then give the new address."
        ),
    ),
    Cause(
        quotes=True,
        tells=marked(
            "Google refused the request to the sheet {place}{code}. If somebody has protected a "
            "tab of the program, remove the protection; otherwise tell the developers."
        ),
    ),
)
