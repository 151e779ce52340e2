"""Tests of how order summaries are made beside the event loop."""

import asyncio
import time
from dataclasses import replace
from datetime import timedelta

import pytest

from backend.pdf import produce
from backend.pdf.document import render_summary
from backend.pdf.produce import etag, summary_pdf, warm_up
from tests.busy import BUSY
from tests.pdf.data import SUMMARY


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    produce._kept.clear()


async def test_the_summary_of_another_process_is_the_same() -> None:
    assert await summary_pdf(SUMMARY, "de") == render_summary(SUMMARY, "de")


async def test_the_event_loop_goes_on_while_a_summary_is_made() -> None:
    await warm_up()
    task = asyncio.create_task(summary_pdf(SUMMARY, "en"))
    turns = 0
    while not task.done():
        await asyncio.sleep(0.005)
        turns += 1
    assert (await task).startswith(b"%PDF")
    assert turns > 10


async def test_a_summary_is_made_once_however_many_want_it() -> None:
    first, second = await asyncio.gather(summary_pdf(SUMMARY, "en"), summary_pdf(SUMMARY, "en"))
    assert first == second
    assert await summary_pdf(SUMMARY, "en") is await summary_pdf(SUMMARY, "en")
    assert len(produce._kept) == 1


async def test_only_the_latest_summaries_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(produce, "_MAX_KEPT", 2)
    for number in ("1", "2", "3"):
        await summary_pdf(replace(SUMMARY, order_number=number), "en")
    assert list(produce._kept) == [etag(replace(SUMMARY, order_number=number), "en") for number in ("2", "3")]


async def test_a_summary_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    await warm_up()
    endless = replace(SUMMARY, sites=SUMMARY.sites * 500)
    started = time.monotonic()
    with monkeypatch.context() as patch:
        patch.setattr(produce, "TIMEOUT", 0.3)
        with pytest.raises(TimeoutError):
            await summary_pdf(endless, "en")
    assert time.monotonic() - started < 5 + BUSY
    assert (await summary_pdf(SUMMARY, "en")).startswith(b"%PDF")


def test_the_tag_follows_content_and_language() -> None:
    assert etag(SUMMARY, "en") == etag(replace(SUMMARY), "en")
    assert etag(SUMMARY, "en") != etag(SUMMARY, "de")
    assert etag(SUMMARY, "en") != etag(replace(SUMMARY, changed_at=SUMMARY.changed_at + timedelta(seconds=1)), "en")
    assert etag(SUMMARY, "en").startswith('"')
