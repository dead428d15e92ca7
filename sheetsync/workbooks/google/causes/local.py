"""What can be wrong on this side of Google: the network, what stands in it, and the key file."""

from sheetsync.errors import ConfigError
from sheetsync.model.language import marked
from sheetsync.workbooks.google.causes.row import Cause, Retry

_BUSY = (408, 500, 502, 503, 504, *range(520, 530))
"""Failures of servers and of proxies before them that may pass."""

ROWS: tuple[Cause, ...] = (
    # The network.
    Cause(
        # Not tried again: what stands between stays there until somebody trusts it.
        reasons=("wire:certificate",),
        tells=marked(
            "The certificate that came in place of Google's cannot be trusted. Mostly an "
            "antivirus or the organisation's proxy puts it in: get the file of its root "
            "certificate from the administrator and name it in the variable "
            "REQUESTS_CA_BUNDLE. Check the date of this computer, too."
        ),
    ),
    Cause(
        reasons=("wire:bundle",),
        raises=ConfigError,
        tells=marked(
            "The variable REQUESTS_CA_BUNDLE or CURL_CA_BUNDLE names a file of certificates "
            "that does not exist. Correct it or take it away."
        ),
    ),
    Cause(
        reasons=("wire:proxy address",),
        raises=ConfigError,
        tells=marked(
            "The proxy's address is mistyped. Check the variables HTTPS_PROXY and ALL_PROXY: "
            "it has to be like http://proxy:port."
        ),
    ),
    Cause(
        reasons=("wire:proxy login",),
        statuses=(407,),
        tells=marked(
            "The proxy does not let through to Google without a name and a password (code "
            "407). Write them into the variable HTTPS_PROXY: http://name:password@proxy:port."
        ),
    ),
    Cause(
        reasons=("wire:proxy",),
        retry=Retry.SOON,
        tells=marked(
            "The proxy does not connect to Google. Check the variable HTTPS_PROXY, and ask "
            "the network's administrator whether googleapis.com is open."
        ),
    ),
    Cause(
        reasons=("wire:unconnected",),
        retry=Retry.SOON,
        tells=marked(
            "Google cannot be reached, the sheet {place} is not opened. Check the internet "
            "and the proxy, then run again."
        ),
    ),
    Cause(
        reasons=("wire:silence",),
        retry=Retry.SOON,
        tells=marked(
            "Google did not answer in time, the sheet {place} is not read. Check the "
            "internet and run again in some minutes."
        ),
    ),
    Cause(
        reasons=("wire:broken",),
        retry=Retry.SOON,
        tells=marked(
            "The connection to Google broke, the sheet {place} is not read. Check the "
            "internet and run again."
        ),
    ),
    Cause(
        # Google itself answers 400 over 10 MB, so this is a proxy.
        statuses=(413,),
        tells=marked(
            "The request to the sheet {place} is too large (code 413). If there is a proxy "
            "before Google, ask for a limit of 10 MB there; otherwise tell the developers."
        ),
    ),
    Cause(
        # Apart from the API's own row: who reads of a refused key makes a new one for nothing.
        source="token",
        reasons=("internal_failure", "server_error", "temporarily_unavailable"),
        statuses=_BUSY,
        retry=Retry.SOON,
        tells=marked(
            "Google's login server is not answering for now{code}. The key and the login "
            "need no change; run again in some minutes."
        ),
    ),
    Cause(
        statuses=_BUSY,
        retry=Retry.SOON,
        tells=marked(
            "Google is not answering for now{code}, the sheet {place} is not read. Run again "
            "in some minutes."
        ),
    ),
    Cause(
        # Google's own error pages may pass; the page by which a proxy blocks does not.
        reasons=("body:foreign page",),
        quotes=True,
        tells=marked(
            "A proxy did not let through to Google: its own page came in answer{code}. Ask "
            "the network's administrator whether googleapis.com is open."
        ),
    ),
    Cause(
        # With status 200: a network that wants a login first, which somebody may give.
        reasons=("body:page",),
        retry=Retry.SOON,
        quotes=True,
        tells=marked(
            "Somebody else answered in place of Google: a web page came{code}. Usually it is "
            "a proxy or the network's login. Open any site in a browser, log in to the "
            "network and run again; if that does not help, ask the network's administrator "
            "whether googleapis.com is open."
        ),
    ),
    Cause(
        reasons=("body:nonsense",),
        retry=Retry.SOON,
        quotes=True,
        tells=marked(
            "Google's answer cannot be understood: it is cut off or was changed on its way. "
            "Run again; if it comes back, ask the network's administrator whether the proxy "
            "changes answers."
        ),
    ),
    # The key file.
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
