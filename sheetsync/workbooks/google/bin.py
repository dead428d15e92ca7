"""Whether a spreadsheet lies in the bin of the Drive, where it is still read and written.

Only Drive knows, by another scope than the one that we work with, and maybe it is not enabled in
the project: an answer that does not come is no reason to say anything.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial

import requests
from google.auth.credentials import Credentials
from google.auth.transport.requests import AuthorizedSession
from google.oauth2.service_account import Credentials as ServiceAccount

from sheetsync.workbooks.google.patience import Budget, Patience
from sheetsync.workbooks.google.tokens import token_request
from sheetsync.workbooks.google.troubles import FAILURES, body_of

_SCOPE = "https://www.googleapis.com/auth/drive.metadata.readonly"
_BRIEFLY = 4.0  # seconds: no answer is no reason to wait
_ASKED = {"fields": "trashed", "supportsAllDrives": "true"}


def is_binned(auth: Credentials, file: str, *, base: str, patience: Patience) -> bool:
    """One token and one `files.get`, where the key of a service account is there to sign for it.

    Of a person's login Google would refuse a scope that was not agreed to, and all else with it.
    """
    if not isinstance(auth, ServiceAccount):
        return False
    # google-auth leaves this one class without types.
    authorized: Callable[..., requests.Session] = AuthorizedSession
    session = authorized(_scoped(auth), auth_request=token_request())
    url = f"{base}/drive/v3/files/{file}"
    budget = Budget(replace(patience, deadline=_BRIEFLY))
    timeout = budget.timeout()
    try:
        answer = budget.persist(partial(session.get, url, params=_ASKED, timeout=timeout))
    except FAILURES:
        return False
    body = body_of(answer)
    return isinstance(body, dict) and body.get("trashed") is True


@lru_cache(maxsize=16)
def _scoped(auth: ServiceAccount) -> Credentials:
    """The same credentials for Drive: kept, so that many plans of one account take one token."""
    # google-auth leaves this one function without types.
    scoped: Callable[..., Credentials] = auth.with_scopes
    return scoped((_SCOPE,))
