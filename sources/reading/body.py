"""Where the article proper lies in a captured text: its paragraphs, and what is only furniture.

Logo lines, headlines, captions, boxes of other stories and end marks stand in the same text as the
article; what is quoted there is not evidence of what anybody said.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sources.reading.verbs import reporting

WRAP = 130  # characters; a longer line is a paragraph by itself
HEADLINE = 160
FURNITURE = 300
BREAK = re.compile(r"\n[ \t\r\u00a0\u200b]*\n\s*")
LAST = re.compile(r"[.!?…:;,][’'”\"»«“)\]*]*$|(?:''|’’)$")
BOX_TO_THE_END = re.compile(
    r"(?:most (?:viewed|read|popular|shared|commented|watched)(?: (?:in|on|from) .{0,40})?"
    r"|trending(?: now)?"
    r"|popular(?: now| stories)?|latest (?:news|stories|articles)"
    r"|recommended(?: for you)?(?: stories)?|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|more (?:from|in|on) .{0,40}|more (?:stories|news|headlines|articles)|top stories"
    r"|editors?[’']?s? picks?|comments?(?: \(\d+\))?|leave a (?:comment|reply)|sponsored"
    r"(?: content)?|around the web|promoted(?: stories)?|what others are reading|don[’']t miss"
    r"|about the authors?|follow us(?: on .{0,40})?|share (?:this|on) .{0,40}|related tags?)\W*",
    re.IGNORECASE,
)
BOX = re.compile(
    r"(?:related(?: (?:stories|articles|news|content|topics|posts|links|reading|coverage))?"
    r"|read (?:more|also|next|on)|also read|see also|also in the news|in case you missed it|watch"
    r"|listen|advertisement|newsletter|sign up.{0,60}|subscribe.{0,60}"
    r"|story continues below.{0,40}|in brief|key points|at a glance|highlights)\W*",
    re.IGNORECASE,
)
LINE = re.compile(
    r"[\[(•▶►>*-]*\s*(?:read more|read also|also read|read next"
    r"|related(?: (?:story|article|news|stories))?|see also|more on this(?: story)?|watch(?: live)?"
    r"|listen|recommended|don[’']t miss|editor[’']s note|in pictures|in case you missed it"
    r"|you may also like|most read|trending|photos?|pictures?|image|video|caption|file photo"
    r"|photo credit|credit|source|tags?|topics?|keywords?|share|filed under"
    r"|published|updated|last updated|posted|follow us|subscribe|sign up|copyright|by)"
    r"\s*(?::|\||»|>|—|–| - ).*",
    re.IGNORECASE | re.DOTALL,
)
ALT_TEXT = re.compile(
    r"(?:logo of|content image|image \d|photo \d|file photo|stock photo|screenshot)\b",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"(?:[.!?][”\"’]?|[)])\s+[(\[]?(?:(?:photos?|pictures?|image|credit|photograph|supplied)\b[^.]{0,60}"
    r"|[A-Z][\w/&’'-]*(?:[ /|][A-Z@][\w/&’'-]*){0,5})[)\]]?$"
)
PHOTO_END = re.compile(
    r"[(\[/|]\s*(?:photo|file photo|picture|image|credit|supplied|afp|ap|reuters|epa|getty|xinhua)"
    r"[^.()]{0,60}"
    r"[)\]]?\.?$|\b(?:file photo|AFP|Getty Images)\)?$",
    re.IGNORECASE,
)
END_MARK = re.compile(
    r"(?:[=#*~_-]{1,5}\s*[A-Z][A-Za-z ]{1,30}[=#*~_-]{0,5}|#{2,}|\*{3,}|-?\s*ends?\s*-?"
    r"|-{1,2}\s*\d{1,3}\s*-{1,2}"
    r"|[–—-]{1,2}\s*(?:AFP|AP|Reuters|AKP|Xinhua|VNA|Bernama|dpa|ANN|with .{3,60})\.?"
    r"|\((?:additional )?reporting by .*|(?:©|copyright|all rights reserved).*)",
    re.IGNORECASE | re.DOTALL,
)
# Headings of lists of stories, not of readers' comments.
STORIES = re.compile(
    r"most |trending|popular|latest|recommended|more |top |you |don", re.IGNORECASE
)
# What stands beside a quotation and says who spoke, as no headline has it: “…,” she said.
BESIDE = re.compile(r"[,.!?…][”\"’']+((?: [\w’'-]+){1,6})|((?:[\w’'-]+ ){1,6})[:,] [“\"‘']\w")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`kind` is "body", "headline", "caption" or "furniture"; offsets are raw."""

    start: int
    end: int
    kind: str


def paragraphs(text: str) -> list[Paragraph]:
    """Split a captured text into paragraphs and say which of them are the article's own."""
    spans = _spans(text)
    words = [text[start:end] for start, end in spans]
    kinds = ["body"] * len(spans)
    _mark_lines(words, kinds)
    _mark_boxes(words, kinds)
    _mark_captions(words, kinds)
    _mark_headlines(words, kinds)
    return [Paragraph(*span, kind) for span, kind in zip(spans, kinds, strict=True)]


def body_span(found: Sequence[Paragraph]) -> tuple[int, int]:
    """Give the raw offsets of the article proper: first to last body paragraph."""
    own = [paragraph for paragraph in found if paragraph.kind == "body"]
    return (own[0].start, own[-1].end) if own else (0, 0)


def _spans(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for gap in [*BREAK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        spans.extend(_block(text, at, end))
        at = gap.end() if gap else end
    return spans


def _block(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a block without empty lines: wrapped lines are one paragraph, long lines several."""
    lines = _lines(text, start, end)
    width = max((stop - at for at, stop in lines), default=0)
    joined: list[tuple[int, int]] = []
    for at, stop in lines:
        if joined and _wrapped(text, joined[-1], (at, stop), width):
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((at, stop))
    return joined


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines, at = [], start
    for line in text[start:end].split("\n"):
        left = len(line) - len(line.lstrip())
        if line.strip():
            lines.append((at + left, at + len(line.rstrip())))
        at += len(line) + 1
    return lines


def _wrapped(text: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Whether `line` goes on with the paragraph `before` it."""
    tail = text.rfind("\n", before[0], before[1]) + 1
    length = before[1] - max(before[0], tail)
    if text[line[0]] in "•=*#" or text[line[0] : line[0] + 2] in {"- ", "– ", "— "}:
        return False
    if length > WRAP:
        return text[line[0]].islower() and not LAST.search(text[max(0, before[1] - 8) : before[1]])
    if width > WRAP:
        return False
    if text[line[0]].islower() and not LAST.search(text[max(0, before[1] - 8) : before[1]]):
        return True
    space = text.find(" ", line[0], line[1])
    word = (space if space > 0 else line[1]) - line[0]
    return length + 1 + word > width and length > 30


def _mark_lines(words: list[str], kinds: list[str]) -> None:
    for index, text in enumerate(words):
        if len(text) < FURNITURE and _is_furniture(text, first=index == 0):
            kinds[index] = "furniture"


def _is_furniture(text: str, *, first: bool) -> bool:
    if LINE.fullmatch(text):
        return not _speaks(text)
    return bool(ALT_TEXT.match(text)) or (not first and bool(END_MARK.fullmatch(text)))


def _speaks(text: str) -> bool:
    """Whether a line such as "Source: …" is rather a sentence that ends in a quotation."""
    return text.rstrip()[-1:] in '”"' and text.lower().startswith(("by", "source", "posted"))


def _mark_boxes(words: list[str], kinds: list[str]) -> None:
    index = 0
    while index < len(words):
        text = words[index]
        index += 1
        if len(text) > 100:
            continue
        if BOX_TO_THE_END.fullmatch(text):
            stop = _goes_on(words, index) if index > 1 else _resumes(words, index)
        elif BOX.fullmatch(text):
            stop = _resumes(words, index)
        else:
            continue
        kinds[index - 1 : stop] = ["furniture"] * (stop - index + 1)
        index = stop


def _resumes(words: list[str], first: int) -> int:
    """Give where the article goes on after a box: at two paragraphs of prose running.

    Teasers in a box are prose too, but each follows a title of its own. A box without teasers
    may have a single last paragraph of the article after it.
    """
    for index in range(first, len(words)):
        if _prose(words[index]):
            if index + 1 < len(words) and _prose(words[index + 1]):
                return index
            titles = words[first:index]
            ends = index + 1 == len(words) or END_MARK.fullmatch(words[index + 1])
            return index if ends and len(titles) != 1 else len(words)
    return len(words)


def _goes_on(words: list[str], first: int) -> int:
    """Give where the article goes on after a list of headlines that mostly ends a page.

    Only where nothing but headlines, and then nothing but prose with quotations in it, follows.
    """
    if not STORIES.match(words[first - 1]):
        return len(words)
    start = next((at for at in range(first, len(words)) if _prose(words[at])), len(words))
    end = len(words)
    while end > start and (END_MARK.fullmatch(words[end - 1]) or LINE.fullmatch(words[end - 1])):
        end -= 1
    rest = words[start:end]
    whole = len(rest) > 1 < start - first and all(
        _prose(text) and len(text.split()) > 7 for text in rest
    )
    return start if whole and any(map(_reports, rest)) else len(words)


def _reports(text: str) -> bool:
    words = " ".join(one + after for one, after in BESIDE.findall(text)).lower().split()
    return any(form.shape == "finite" for form in map(reporting, words) if form)


def _prose(text: str) -> bool:
    return bool(LAST.search(text[-8:])) and not text.startswith(("•", "*", "- ", "– "))


def _fold(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))


def _mark_captions(words: list[str], kinds: list[str]) -> None:
    """A caption ends in a credit, or repeats a sentence of the article."""
    folded = [_fold(text) for text in words]
    own = " | ".join(text for text, kind in zip(folded, kinds, strict=True) if kind == "body")
    if len(own) > 200_000:
        return
    for index, text in enumerate(words):
        if kinds[index] != "body" or len(text) > 600:
            continue
        credit = CREDIT.search(text[-120:]) if not LAST.search(text[-8:]) else None
        if credit or PHOTO_END.search(text[-90:]) or _repeated(text, folded[index], own):
            kinds[index] = "caption"


def _repeated(text: str, folded: str, own: str) -> bool:
    if LAST.search(text[-8:]) or len(folded.split()) < 8:
        return False
    kept = folded.rsplit(" ", 3)
    return any(own.count(" ".join(kept[:size])) > 1 for size in (1, 2, 3))


def _mark_headlines(words: list[str], kinds: list[str]) -> None:
    """Lines without a full stop are headlines, crossheads and bylines."""
    body = [index for index, kind in enumerate(kinds) if kind == "body"]
    folded = {_fold(words[index]) for index in body[:1]}
    for index in body:
        text = words[index]
        short = len(text) <= HEADLINE and not LAST.search(text[-8:])
        titled = short or _crosshead(text) or (index == body[0] and len(body) > 1 and _asks(text))
        repeated = len(text) <= HEADLINE and index != body[0] and _fold(text) in folded
        under = kinds[index - 1] == "headline" and _quoted_title(text, words[index - 1])
        if (titled and (under or not _whole_quotation(text))) or (
            repeated and kinds[body[0]] == "headline"
        ):
            kinds[index] = "headline"


def _crosshead(text: str) -> bool:
    return (
        len(text.split()) <= 6
        and text[:1] in "‘“'\""
        and text[-1:] in "’”'\""
        and (text[-2:-1] not in ".!?,…")
    )


def _asks(text: str) -> bool:
    return len(text.split()) <= 16 and text.rstrip("’”'\"")[-1:] in {"?", "!"}


def _quoted_title(text: str, before: str) -> bool:
    """Whether a line in marks is another story's headline: under words in capitals, or a like."""
    like = before[:1] == text[:1] and before[-1:] == text[-1:]
    return text[-1:] in '”"“»' and text[-2:-1] not in ".!?,…" and (before.isupper() or like)


def _whole_quotation(text: str) -> bool:
    """Whether a line is nothing but a quotation, closed or not, of more than a few words."""
    return (
        text[:1] in '“"„«'
        and len(text.split()) > 6
        and (text[-1:] in '”"“»' or not re.search(r"[”\"»]", text[1:]))
    )
