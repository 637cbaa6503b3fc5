"""Pages become files: links lead on, what needs a server is gone, all else is as it was."""

from statements.archiving.rewriting import drawing, html, led, style, taken_out

KNOWN = {"/": "index.html", "/a/?page=2": "a/page=2/index.html", "/site.css": "site.css"}


def lead(address: str) -> str | None:
    return address if address.startswith(("#", "https:")) else KNOWN.get(address)


def test_links_lead_to_files() -> None:
    assert html("<a class='x' href='/'>A &amp; b</a>", lead) == (
        "<a class='x' href=\"index.html\">A &amp; b</a>"
    )
    assert html('<a href="/a/?page=2">2</a>', lead) == '<a href="a/page=2/index.html">2</a>'
    assert html('<a href="https://x.example/?a=1&amp;b">x</a>', lead) == (
        '<a href="https://x.example/?a=1&amp;b">x</a>'
    )


def test_what_is_not_in_the_copy_becomes_text() -> None:
    assert html('<p><a href="/x/"><b>x</b></a> <a href="#y">y</a></p>', lead) == (
        '<p><span><b>x</b></span> <a href="#y">y</a></p>'
    )
    drawn = '<svg viewBox="0 0 1 1"><a href="/x/"><path d="M0 0"/></a></svg><a href="/x/">x</a>'
    assert html(drawn, lead) == (
        '<svg viewBox="0 0 1 1"><g><path d="M0 0"/></g></svg><span>x</span>'
    )
    assert html('<img src="/gone.png" alt="">', lead) == ""


def test_what_needs_a_server_is_taken_out() -> None:
    text = (
        '<link rel="alternate" href="/a.csv"><link rel="stylesheet" href="/site.css">'
        '<form action="/"><div><input><a href="/">x</a></div></form>'
        '<script src="/x.js">let a = "<p>";</script><nav class="take-away"><nav></nav>b</nav>'
        '<div hx-get="/x/" hx-boost="true" id="d">c</div>'
    )
    assert html(text, lead) == '<link rel="stylesheet" href="site.css"><div id="d">c</div>'
    assert taken_out("script", {})
    assert not taken_out("nav", {"class": "pager"})


def test_the_notice_stands_first_in_the_content() -> None:
    assert html("<!doctype html><main id=m>x</main>", lead, "A <copy>") == (
        '<!doctype html><main id=m><p class="notice copy">A &lt;copy&gt;</p>x</main>'
    )


def test_hostile_text_stays_text() -> None:
    text = "<p>&lt;script&gt; &#39; &quot;</p><!-- <a href='/'> -->"
    assert html(text, lead) == "<p>&lt;script&gt; &#39; &quot;</p>"
    assert led('<a href="/x">', 'y"><script>') == '<a href="y&quot;&gt;&lt;script&gt;">'


def test_drawings_and_styles() -> None:
    assert drawing('<svg><a xlink:href="/"/><a href="/x/"/></svg>', lead) == (
        '<svg><a xlink:href="index.html"/><a href="#"/></svg>'
    )
    fonts = {"fonts/a.woff2": "fonts/a.woff2", "/b.svg": "../b.svg"}.get
    assert style("a{src:url('fonts/a.woff2')} b{src:url(/b.svg)} c{src:url(/c)}", fonts) == (
        'a{src:url("fonts/a.woff2")} b{src:url("../b.svg")} c{src:url("#")}'
    )
