"""Rules about consent that all kinds with persons share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from noticeboard.diagnostics import Diagnostic, KeyPath, Origin, code
from noticeboard.languages import Words
from noticeboard.records import Consent

W_CONSENT = code(
    "W-CONSENT", "同意公开没有写明公开什么、在哪里公开", "a consent does not say to what and where"
)

E_NAME_ASIDE = code(
    "E-NAME-ASIDE",
    "姓名写在了“同意公开”管不到的地方",
    "a name where no consent would take it out",
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


def name_aside(name: str, texts: Iterable[tuple[KeyPath, str]], origin: Origin) -> Iterator[Diagnostic]:
    """E-NAME-ASIDE for each text (key path below `origin`, text) in which the person's name stands as well.

    Redaction replaces the field `name` alone: a name in another text would stay when the consent has ended.
    """
    for path, text in texts:
        if name and name in text:
            yield Diagnostic(
                E_NAME_ASIDE,
                Words(
                    "这里写了本人的姓名，同意公开到期后仍会显示",
                    "the person's name stands here and would stay when the consent has ended",
                ),
                Words(
                    "姓名只写在“姓名”一项，这里写“他”“她”或身份",
                    "write the name in `name` alone; here a role",
                ),
                origin.at(*path),
            )
