"""Tests of how order summaries are made beside the event loop."""

import asyncio
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
import psutil
import pytest

from backend.pdf import process, produce
from backend.pdf.document import render_summary
from backend.pdf.process import ProcessFailed, SummaryProcess
from backend.pdf.produce import SummaryDelayed, etag, summary_pdf, warm_up
from backend.pdf.summary import Summary
from tests.busy import BUSY
from tests.pdf.data import BRIEF, SUMMARY

pytestmark = pytest.mark.slow  # each starts processes
ENDLESS = replace(SUMMARY, sites=SUMMARY.sites * 500)  # for seconds


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    produce._kept.clear()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The numbers of the orders whose summaries the process was asked for, in turn."""
    asked: list[str] = []
    ask = SummaryProcess.ask

    def remember(self: SummaryProcess, question: bytes) -> bytes:
        asked.append(msgspec.msgpack.decode(question, type=tuple[Summary, str])[0].order_number)
        return ask(self, question)

    monkeypatch.setattr(SummaryProcess, "ask", remember)
    return asked


def numbered(number: str) -> Summary:
    return replace(BRIEF, order_number=number)


async def test_the_summary_of_another_process_is_the_same() -> None:
    assert await summary_pdf(SUMMARY, "de", "a") == render_summary(SUMMARY, "de")


async def test_the_event_loop_goes_on_while_a_summary_is_made() -> None:
    await warm_up()
    task = asyncio.create_task(summary_pdf(SUMMARY, "en", "a"))
    turns = 0
    while not task.done():
        await asyncio.sleep(0.005)
        turns += 1
    assert (await task).startswith(b"%PDF")
    assert turns > 10


async def test_a_summary_is_made_once_however_many_want_it(drawn: list[str]) -> None:
    first, second = await asyncio.gather(summary_pdf(BRIEF, "en", "a"), summary_pdf(BRIEF, "en", "b"))
    assert first is second
    assert await summary_pdf(BRIEF, "en", "c") is first
    assert drawn == [BRIEF.order_number]


async def test_callers_come_in_turn_whatever_each_of_them_asked_for(drawn: list[str]) -> None:
    wanted = [("a", "1"), ("a", "2"), ("a", "3"), ("b", "4"), ("c", "5"), ("b", "6")]
    await asyncio.gather(*(summary_pdf(numbered(number), "en", caller) for caller, number in wanted))
    assert drawn == ["1", "4", "5", "2", "6", "3"]


async def test_who_comes_when_too_many_wait_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(produce, "MAX_WAITING", 2)
    waiting = [asyncio.create_task(summary_pdf(numbered(number), "en", number)) for number in "12"]
    await asyncio.sleep(0)
    with pytest.raises(SummaryDelayed):
        await summary_pdf(numbered("3"), "en", "3")
    also = summary_pdf(numbered("2"), "en", "4")  # is under way already
    assert (await asyncio.gather(*waiting, also))[1:] == [await summary_pdf(numbered("2"), "en", "4")] * 2


async def test_what_nobody_waits_for_any_more_is_not_made(drawn: list[str]) -> None:
    first, second = (asyncio.create_task(summary_pdf(numbered(number), "en", number)) for number in "12")
    await asyncio.sleep(0)
    second.cancel()
    await first
    await summary_pdf(numbered("3"), "en", "3")
    assert drawn == ["1", "3"]


async def test_only_the_latest_summaries_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(produce, "_MAX_KEPT", 2)
    for number in ("1", "2", "3"):
        await summary_pdf(numbered(number), "en", "a")
    assert list(produce._kept) == [etag(numbered(number), "en") for number in ("2", "3")]


async def test_a_summary_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    await summary_pdf(BRIEF, "de", "a")
    started, pid = time.monotonic(), produce._process.pid
    with monkeypatch.context() as patch:
        patch.setattr(produce, "TIMEOUT", 0.3)
        with pytest.raises(SummaryDelayed):
            await summary_pdf(ENDLESS, "en", "a")
    assert time.monotonic() - started < 5 + BUSY
    assert (await summary_pdf(BRIEF, "en", "a")).startswith(b"%PDF")
    assert produce._process.pid != pid


async def test_a_process_that_is_killed_while_it_draws_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    await summary_pdf(BRIEF, "de", "a")
    drawing = psutil.Process(produce._process.pid)
    drawing.suspend()
    with monkeypatch.context() as patch:
        patch.setattr(process, "write_frame", lambda *_: drawing.kill())
        with pytest.raises(ProcessFailed):
            await summary_pdf(BRIEF, "en", "a")
    assert (await summary_pdf(BRIEF, "en", "a")).startswith(b"%PDF")


async def test_a_process_that_tells_nonsense_is_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for number, nonsense in enumerate(("Warning: a library said something", "\\377" * 100)):
        talking = tmp_path / f"talking-{number}"
        talking.write_text(f"#!/bin/sh\nprintf '{nonsense}'\nexec cat > /dev/null\n")
        talking.chmod(0o700)
        produce.end()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "executable", str(talking))
            with pytest.raises(ProcessFailed):
                await summary_pdf(BRIEF, "de", "a")
        assert (await summary_pdf(numbered(nonsense[:9]), "de", "a")).startswith(b"%PDF")


async def test_a_process_that_has_grown_is_replaced_before_the_next_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    await summary_pdf(BRIEF, "de", "a")
    before = produce._process.pid
    with monkeypatch.context() as patch:
        patch.setattr(process, "MAX_MEMORY", 1)
        assert (await summary_pdf(BRIEF, "en", "a")).startswith(b"%PDF")
    after = produce._process.pid
    assert after not in (None, before)
    await summary_pdf(numbered("2"), "en", "a")
    assert produce._process.pid == after


def test_a_summary_that_cannot_be_drawn_says_why() -> None:
    asked = SummaryProcess()
    with pytest.raises(ProcessFailed, match="ValidationError"):
        asked.ask(msgspec.msgpack.encode("no summary"))
    asked.kill()


def test_the_process_knows_no_secret_and_minds_no_signal_that_is_for_the_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SMTP_URL", "smtp://user:password@host")
    asked = SummaryProcess()
    asked.ask(msgspec.msgpack.encode((BRIEF, "en")))
    assert asked.pid
    seen = psutil.Process(asked.pid)
    assert not {"SECRET_KEY", "DATABASE_URL", "SMTP_URL"} & set(seen.environ())
    seen.send_signal(signal.SIGTERM)
    seen.send_signal(signal.SIGINT)
    assert asked.ask(msgspec.msgpack.encode((BRIEF, "de"))).startswith(b"%PDF")
    assert asked.pid == seen.pid
    asked.kill()
    assert not seen.is_running()


def test_the_tag_follows_content_and_language() -> None:
    assert etag(BRIEF, "en") == etag(replace(BRIEF), "en")
    assert etag(BRIEF, "en") != etag(BRIEF, "de")
    assert etag(BRIEF, "en") != etag(replace(BRIEF, changed_at=BRIEF.changed_at + timedelta(seconds=1)), "en")
    assert etag(BRIEF, "en").startswith('"')


def test_the_process_ends_with_who_started_it_however_that_ended() -> None:
    script = "from backend.pdf.produce import _process as p; p.start(); print(p.pid, flush=True); input()"
    started = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with started:
        assert started.stdout
        drawing = psutil.Process(int(started.stdout.readline()))
        started.kill()
    drawing.wait(timeout=30)
