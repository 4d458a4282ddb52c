"""Wanted and visible builds: who waits for what."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from noticeboard.serving.epoch import Epochs, Message, Visible

LONG, AT_ONCE = 30.0, 0.0
WRONG = Message("E-DATE", "content/a.yml:1:1", "错", "改")


def test_a_page_waits_until_what_is_wanted_is_visible() -> None:
    epochs = Epochs(7)
    epochs.wait_for_wanted(LONG)  # nothing is wanted: at once
    wanted = epochs.want()
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(epochs.wait_for_wanted, LONG)
        assert not waiting.done()
        epochs.show(wanted, is_changed=True)
        waiting.result(LONG)


def test_a_change_during_a_build_is_waited_for_too() -> None:
    epochs = Epochs(7)
    first, second = epochs.want(), epochs.want()  # saved again while it builds
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(epochs.wait_for_wanted, LONG)
        epochs.show(first, is_changed=True)
        assert not waiting.done()
        epochs.show(second, is_changed=True)
        waiting.result(LONG)


def test_an_open_page_hears_of_a_new_build() -> None:
    epochs = Epochs(7)
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(epochs.wait_for_other, 7, LONG)
        epochs.show(epochs.want(), is_changed=True)
        assert waiting.result(LONG) == Visible(8, 8)


def test_a_page_of_an_earlier_server_is_answered_at_once() -> None:
    assert Epochs(7).wait_for_other(1234, LONG) == Visible(7, 7)


def test_a_failed_build_keeps_the_page_and_a_good_one_takes_the_messages_away() -> None:
    epochs = Epochs(1)
    epochs.show(epochs.want(), is_changed=False, messages=(WRONG,))
    assert epochs.visible == Visible(2, 1, (WRONG,))
    epochs.show(epochs.want(), is_changed=False)  # the mistake was undone: the same bytes as before
    assert epochs.visible == Visible(3, 1)


def test_without_news_the_wait_ends() -> None:
    assert Epochs(1).wait_for_other(1, AT_ONCE) == Visible(1, 1)


def test_closing_lets_everybody_go() -> None:
    epochs = Epochs(1)
    epochs.want()
    with ThreadPoolExecutor() as pool:
        poll, page = pool.submit(epochs.wait_for_other, 1, LONG), pool.submit(epochs.wait_for_wanted, LONG)
        epochs.close()
        poll.result(LONG)
        page.result(LONG)
