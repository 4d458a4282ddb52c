"""Rules about consent that all kinds with persons share."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.languages import Words
from noticeboard.records import Consent

W_CONSENT = code(
    "W-CONSENT", "同意公开没有写明公开什么、在哪里公开", "a consent does not say to what and where"
)


def check_consent(consent: Consent, origin: Origin, *keys: str | int) -> Iterator[Diagnostic]:
    """What is wrong with the consent under `keys` of `origin`: it says nothing, so that nothing is published."""
    if consent.name or consent.portrait or consent.skills:
        return
    yield Diagnostic(
        W_CONSENT,
        Words(
            "同意公开里没有写公开哪一项、在哪里公开，等于不同意",
            "this consent names no field and no channel, so it allows nothing",
        ),
        Words(
            "写明，例如 姓名: [公示栏, 网页]；不同意的，去掉“同意公开”",
            "say so, such as name: [wall, web]; without consent leave the field out",
        ),
        origin.at(*keys),
    )
