"""Every public page, with an address of the demo register that shows all it can show."""

PAGES = {
    "home": "/",
    "statement_list": "/statements/",
    "statement_list, filtered": "/statements/?topic=tip-ranking&q=deny",
    "statement_list, empty": "/statements/?q=zzzz",
    "statement_detail, quotation": "/s/10/",
    "statement_detail, figures": "/s/6/",
    "statement_detail, written": "/s/21/",
    "speaker_list": "/speakers/",
    "speaker_detail": "/speakers/chou-bun-eng/",
    "topic_list": "/topics/",
    "topic_detail": "/topics/tip-ranking/",
    "organisation_detail": "/organisations/ncct/",
    "source_list": "/sources/",
    "source_detail": "/sources/1/-/",
    "outlet_detail": "/outlets/fresh-news/",
    "ranking_list": "/rankings/",
    "ranking_detail": "/rankings/us-tip-report/",
    "ranking_country": "/rankings/us-tip-report/cambodia/",
    "about": "/about/",
    "method": "/method/",
}
REFUSED = {
    "/no-such-page/": 404,
    "/speakers/nobody/": 404,
    "/statements/?since=2022-02-30": 400,
    "/statements/?q=%00": 400,
    "/sources/?page=99": 400,
}
