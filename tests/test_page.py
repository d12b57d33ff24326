"""The page in a real browser: what it shows, that it can be used, and that a hostile text does nothing."""

from __future__ import annotations

import builtins
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, strategies as st
from lxml import html
from playwright.sync_api import Browser, Page, sync_playwright

import quoteattr
from quoteattr import Attribution, OptionError, Result, Span, Speaker, attribute, render
from quoteattr.cli import main
from quoteattr.render.page import render_frame, render_report
from quoteattr.testing.strategies import articles
from tests.outside import BROWSERS, program, tool

PROJECT = Path(__file__).parents[1]
ARTICLE = (PROJECT / "docs" / "article.txt").read_text(encoding="utf-8")

HOSTILE = (
    "“</p></div><script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">,” said Ann"
    ' <b>Lee</b>.\n\n“" onmouseover="document.title=\'owned\'" x=" \' ]]> --> {{ 7 * 7 }} {% raw %},” said'
    " Bo\u202e O’Dwyer\u2066.\n\n“\u202eetal\u202c \x00\x1b[31m \ud800 <style>*{display:none}</style>,” said Cy Ray."
    "\n\n</script><script>document.title = 'owned'</script> was late, said Di Poe."
)
TITLE = "\"><script>document.title='owned'</script>\u202e.txt"

ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = program(*BROWSERS)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, headless=True, args=ARGUMENTS)
        yield browser
        browser.close()


class Opened:
    """A page in the browser, with all that it wrote to the console and all that it asked the network for."""

    def __init__(self, browser: Browser, path: Path, **options: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1200, "height": 800}, **options})
        self.page: Page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri())


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    """Open a page; afterwards it has said nothing and asked for nothing but itself."""
    all_of_them: list[Opened] = []

    def open_it(written: str, **options: Any) -> Page:
        path = tmp_path / f"{len(all_of_them)}.html"
        path.write_text(written, encoding="utf-8")
        all_of_them.append(Opened(browser, path, **options))
        return all_of_them[-1].page

    yield open_it
    for one in all_of_them:
        assert one.said == []
        assert [url for url in one.asked if not url.startswith(("file:", "data:"))] == []
        assert len([url for url in one.asked if url.startswith("file:")]) == 1
        one.context.close()


def page_of(text: str, **options: Any) -> str:
    return render(attribute(text, **options), name="article.txt")


# What is in it


def parsed(written: str) -> Any:
    """The page, read by lxml."""
    return html.document_fromstring(written)


def shown_text(written: str) -> list[str]:
    """The words of each paragraph, without badges."""
    body = parsed(written).xpath("//div[@class='text']")[0]
    for badge in body.xpath(".//*[contains(concat(' ', @class, ' '), ' b ')]"):
        badge.drop_tree()
    return ["".join(map(str, paragraph.itertext())) for paragraph in body.xpath(".//p")]


@given(articles().map(lambda article: article.text))
@example(ARTICLE)
def test_the_whole_text_is_on_the_page(text: str) -> None:
    assert [words.split() for words in shown_text(page_of(text))] == [
        span.text.split() for span in attribute(text).paragraphs
    ]


@given(st.one_of(st.text(), articles().map(lambda article: article.text)))
@example(HOSTILE)
@example("")
def test_a_page_has_its_own_script_and_no_other(text: str) -> None:
    written = render_report({TITLE: attribute(text, indirect="all")}, title=TITLE)
    document = parsed(written)
    assert len(document.xpath("//script | //style")) == 2
    assert document.xpath("//@*[starts-with(name(), 'on')] | //@style | //@src") == []
    assert {href for href in document.xpath("//@href") if href[0] != "#"} == {"data:,"}
    identifiers = document.xpath("//@id")
    assert len(identifiers) == len(set(identifiers))
    assert {href[1:] for href in document.xpath("//a/@href")} <= set(identifiers)
    assert not re.search("[\x00\u202a-\u202e\u2066-\u2069\ud800-\udfff]", written)


def test_a_page_wants_a_document() -> None:
    with pytest.raises(OptionError, match="at least one document"):
        render_report({})


# What it looks like and does


def test_each_quotation_has_its_content_cue_source_and_speaker_marked(opened: Any) -> None:
    page = opened(page_of(ARTICLE))
    result = attribute(ARTICLE)
    assert page.locator(".text a.b").count() == len(result)
    assert page.locator(".notes li").count() == len(result)
    for at, one in enumerate(result):
        marked = page.locator(f'.text [data-n~="{at}"]')
        assert marked.count() == len(one.content) + sum(span.text.count("\n\n") for span in one.content) + (
            len(one.cue.spans) if one.cue else 0
        ) + (1 if one.source else 0)
    colours = page.eval_on_selector_all(".speakers .b", "all => all.map(one => getComputedStyle(one).backgroundColor)")
    assert len(set(colours)) == len(result.speakers)


def test_evidence_is_shown_on_hover_and_goes_with_the_pointer(opened: Any) -> None:
    page = opened(page_of(ARTICLE))
    card = page.locator("#card")
    assert card.is_hidden()
    page.locator(".text .q").nth(1).hover()
    card.wait_for(state="visible")
    assert "Hanne Brackwater" in card.inner_text()
    assert "The cue follows the content" in card.inner_text()
    assert page.locator(".lit").count() == 4  # two stretches, the cue, the source
    page.mouse.move(5, 5)
    card.wait_for(state="hidden")
    assert page.locator(".lit").count() == 0


def test_evidence_is_shown_on_keyboard_focus_and_escape_puts_it_away(opened: Any) -> None:
    page = opened(page_of(ARTICLE))
    card = page.locator("#card")
    page.locator(".text").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "d0q0"
    assert card.is_visible()
    assert "the harbour board" in card.inner_text()
    page.keyboard.press("Tab")
    assert "Hanne Brackwater" in card.inner_text()
    page.keyboard.press("Escape")
    assert card.is_hidden()
    page.keyboard.press("Enter")  # the badge is a link to the note
    assert page.url.endswith("#d0n1")


def test_speakers_and_kinds_can_be_chosen_by_keyboard(opened: Any) -> None:
    page = opened(page_of(ARTICLE))
    result = attribute(ARTICLE)

    def on() -> set[int]:
        marks = page.eval_on_selector_all(".text .q:not(.off)", "all => all.map(one => one.dataset.n)")
        notes = page.eval_on_selector_all(".notes li:not([hidden])", "all => all.map(one => one.id)")
        assert {f"d0n{at}" for at in marks} == set(notes)
        return {int(at) for at in marks}

    button = page.locator(".speakers button", has_text="Hanne Brackwater")
    button.focus()
    page.keyboard.press("Space")
    hanne = {at for at, one in enumerate(result) if one.speaker and one.speaker.name == "Hanne Brackwater"}
    assert on() == hanne
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator(".shown").inner_text() == f"{len(hanne)} of {len(result)} shown"
    page.locator("button[data-kind=direct]").press("Enter")
    assert on() == {at for at in hanne if result[at].kind == "direct"}
    page.locator(".speakers button", has_text="Emil Varley").press("Enter")
    assert len(on()) == 3
    page.locator("button.all").press("Enter")
    assert on() == set(range(len(result)))
    assert page.locator("button.all").is_hidden()


def test_uncertain_ones_are_visibly_so_and_can_be_chosen(opened: Any) -> None:
    text = "“A,” said Ann. “B.”"
    ann = Speaker("Ann")
    sure = Attribution(kind="direct", content=(Span.of(text, 0, 4),), speaker=ann, confidence=0.9)
    unsure = Attribution(kind="direct", content=(Span.of(text, 15, 19),), speaker=ann, confidence=0.3)
    page = opened(render(Result(text=text, attributions=(sure, unsure), speakers=(ann,))))
    assert page.locator(".text .q.unsure").inner_text().endswith("“B.”")
    assert page.locator(".text .unsure .b").inner_text().startswith("AN?")
    styles = "all => all.map(one => getComputedStyle(one).textDecorationStyle)"
    assert page.eval_on_selector_all(".text .q", styles) == ["solid", "dashed"]
    page.locator("button[data-unsure]").click()
    assert page.eval_on_selector_all(".text .q:not(.off)", "all => all.length") == 1
    assert "30 % – uncertain" in page.locator(".notes li:not([hidden])").inner_text()


def test_a_click_on_a_strip_goes_to_the_nearest_words_of_the_speaker(opened: Any) -> None:
    page = opened(page_of(ARTICLE))
    strip = page.locator(".speakers li", has_text="Emil Varley").locator(".strip")
    strip.click(position={"x": 300, "y": 4})
    assert page.evaluate("document.activeElement.id") == "d0q7"


def test_bars_are_as_long_as_the_speakers_share(opened: Any) -> None:
    page = opened(page_of(ARTICLE))
    words: dict[str, int] = {}
    for one in attribute(ARTICLE):
        words[str(one.speaker)] = words.get(str(one.speaker), 0) + len(one.text.split())
    most = max(words.values())
    for row in page.locator(".speakers > li").all():
        name = row.locator(".name").inner_text()
        bar = float(row.locator(".bar rect").get_attribute("width").rstrip("%"))
        assert bar == pytest.approx(100 * words[name] / most, abs=0.1)


def test_several_documents_have_an_index_that_leads_to_each(opened: Any) -> None:
    page = opened(
        render_report({"a.txt": attribute(ARTICLE), "b.txt": attribute("“No,” said Bo."), "c": attribute("Hm.")})
    )
    assert page.title() == "Who said what: 3 documents"
    rows = page.locator(".index tbody tr")
    assert rows.all_inner_texts()[1].split() == ["b.txt", "3", "1", "1", "Bo,", "100", "%"]
    rows.nth(1).locator("a").click()
    assert page.url.endswith("#d1")
    page.locator("#d1 .speakers button").click()
    assert page.locator("#d0 .off").count() == 0  # each document has filters of its own
    assert "Nobody is quoted in this text." in page.locator("#d2").inner_text()


# For everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(opened: Any, scheme: str, width: int) -> None:
    axe = tool("node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    written = render_report(
        {"a.txt": attribute(ARTICLE, indirect="all"), TITLE: attribute(HOSTILE), "c": attribute("Hm.")}
    )
    page = opened(written, viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page.evaluate("for (const panel of document.querySelectorAll('details')) panel.open = true")
    page.locator(".speakers button").first.click()
    page.locator(".text a.b:visible").first.focus()
    page.evaluate(axe)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]][:3]) for one in found["violations"]] == []


@pytest.mark.parametrize("width", [320, 390, 700, 1000, 1600])
def test_nothing_is_wider_than_the_screen(opened: Any, width: int) -> None:
    long = f"“{'x' * 300},” said Ann Lee. {ARTICLE}"
    page = opened(page_of(long), viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_tap_shows_the_evidence_on_a_phone(opened: Any) -> None:
    page = opened(page_of(ARTICLE), viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    assert page.locator(".panel").get_attribute("open") is None  # the text comes first
    page.locator(".text .q").nth(1).tap()
    assert "Hanne Brackwater" in page.locator("#card").inner_text()
    page.locator(".text a.b").nth(4).tap()
    assert "Emil Varley" in page.locator("#card").inner_text()
    assert "#" not in page.url


def test_on_paper_there_are_the_text_the_speakers_and_the_notes_and_no_controls(opened: Any, tmp_path: Path) -> None:
    page = opened(page_of(ARTICLE), viewport={"width": 390, "height": 800})
    page.emulate_media(media="print")
    page.pdf(path=str(tmp_path / "page.pdf"))
    assert page.locator(".panel").get_attribute("open") is not None
    assert page.locator(".kinds").is_hidden()
    assert page.locator(".text").is_visible()
    assert page.locator(".notes li").last.is_visible()
    assert (tmp_path / "page.pdf").stat().st_size > 10_000


def test_a_hostile_text_does_nothing(opened: Any) -> None:
    page = opened(render_report({TITLE: attribute(HOSTILE, indirect="all"), "b": attribute(HOSTILE)}, title="Safe"))
    for mark in page.locator(".text [data-n]").all():
        mark.hover()
    page.locator(".speakers button").first.click()
    assert page.title() == "Who said what: Safe"
    assert page.locator(".text script, .text img, .text b, .notes script, .notes img").count() == 0
    assert "<script>" in page.locator(".text").first.inner_text()
    assert "U+202E" in page.locator(".text").first.inner_text()


def test_in_a_notebook_it_is_a_frame_that_reaches_nothing(opened: Any) -> None:
    shown = attribute(HOSTILE)._repr_html_()
    assert shown is not None
    page = opened(f"<!doctype html><title>Notebook</title><body>{shown}</body>")
    frame = page.frame_locator("iframe")
    frame.locator(".text a.b").first.focus()
    frame.locator("#card").wait_for(state="visible")
    assert page.title() == "Notebook"
    assert page.locator("iframe").get_attribute("sandbox") == "allow-scripts"


def test_the_frame_is_well_formed() -> None:
    ET.fromstring(render_frame(attribute(HOSTILE.replace("\x00", "")), name='a"<b>'))


# Without the extra, and the command


@pytest.fixture
def no_jinja(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.split(".", maxsplit=1)[0] in {"jinja2", "markupsafe"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)


@pytest.mark.usefixtures("no_jinja")
def test_without_jinja_the_extra_is_named_and_a_notebook_shows_text(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("“No,” said Bo.", encoding="utf-8")
    with pytest.raises(ImportError, match=r"pip install quoteattr\[html\]"):
        render(attribute("Hm."))
    assert attribute("Hm.")._repr_html_() is None
    for arguments in (["report", "a.txt"], ["--format", "html", "a.txt"]):
        assert main(arguments) == 1
        assert "pip install quoteattr[html]" in capsys.readouterr().err
    assert not Path("report.html").exists()


def test_the_command_writes_a_page_and_names_what_it_cannot_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    assert main(["report", "a.txt"]) == 0
    assert Path("report.html").read_text(encoding="utf-8") == render_report(
        {"a.txt": attribute(ARTICLE)}, title="a.txt"
    )
    assert main(["report", "a.txt", "missing.txt", "a.txt", "-o", "b.html", "--title", "The week"]) == 1
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "quoteattr report: missing.txt: No such file or directory\n")
    assert "<bdi>a.txt (2)</bdi>" in Path("b.html").read_text(encoding="utf-8")
    assert main(["report", "missing.txt", "-o", "c.html"]) == 1
    assert not Path("c.html").exists()
    assert main(["report", "a.txt", "-o", "-"]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")
    assert main(["report", "a.txt", "-o", "no/folder/c.html"]) == 1
    assert "quoteattr: cannot write: no/folder/c.html: No such file or directory" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.html", "report.html"]


def test_the_examples_of_the_help_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shlex

    from quoteattr.cli.report import EXAMPLES

    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text("“No,” said Bo.", encoding="utf-8")
    commands = re.findall(r"^  quoteattr (report .*?)(?:   .*)?$", EXAMPLES, re.MULTILINE)
    assert len(commands) == 3
    for command in commands:
        assert main([{"*.txt": "article.txt"}.get(word, word) for word in shlex.split(command)]) == 0


def test_the_page_of_a_long_text_stays_small() -> None:
    text = "\n\n".join([ARTICLE] * 140)
    written = render(attribute(text)).encode()
    assert len(written) < 16 * len(text.encode())
    assert b'class="doc long"' in written  # laid out as it comes into view
    assert len(render(attribute(ARTICLE)).encode()) < 100_000
    assert quoteattr.__version__ in render(attribute("Hm."))
