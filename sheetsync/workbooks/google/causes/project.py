"""The project in Google Cloud, of which the API and the login server speak alike."""

from sheetsync.errors import ConfigError
from sheetsync.model.language import marked
from sheetsync.workbooks.google.causes.row import Cause

ROWS: tuple[Cause, ...] = (
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
