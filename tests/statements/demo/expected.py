"""What the demo register has to hold, by hand from the two articles and the facts."""

from tests.statements.demo.reading import FRESH, POST

SPEAKERS = (
    "chou-bun-eng hun-manet hun-sen khieu-kanharith khieu-sopheak neth-pheaktra pen-bona"
    " phay-siphan sak-setha sar-kheng sar-sokha sok-reaksmey touch-sokhak w-patrick-murphy"
    " yim-virak"
)


ORGANISATIONS = (
    "council-of-ministers cpp ministry-of-foreign-affairs moi national-police ncct rgsu"
    " us-state-department"
)


OUTLETS = (
    "akp camboja-news cambodia-daily cnv fresh-news ggbnews kamnotra khmer-times phnom-penh-post"
    " rfa urdupoint vod voa-khmer xinhua"
)


TOPICS = (
    "child-protection international-cooperation labour-exploitation national-policy"
    " official-complicity online-scams prevention prosecution reputation-misinformation"
    " sexual-exploitation tip-ranking victim-protection"
)


TIERS = {  # from 2001 on, W for the Watch List
    "KH": "23223WW2W222WWW222WWW3333",
    "LA": "222W23222W222WWWW3W2222W3",
    "MM": "33333333333WWWW3W33333333",
    "MY": "32222W3W3WWWW3WW2WWW33W22",
    "TH": "222W22222WWWW33WW222W2222",
    "VN": "222W22222WW2222222WWW3W2",
}


RELEASED = {
    2001: None,
    2002: "2002-06-05",
    2003: "2003-06",
    2004: None,
    2005: "2005-06-03",
    2006: "2006-06-05",
    2007: "2007-06-12",
    2008: "2008-06-05",
    2009: "2009-06-16",
    2010: "2010-06-14",
    2011: "2011-06-27",
    2012: "2012-06",
    2013: "2013-06-20",
    2014: "2014-06-20",
    2015: "2015-07-27",
    2016: "2016-06-30",
    2017: "2017-06-27",
    2018: "2018-06-28",
    2019: "2019-06-20",
    2020: "2020-06-25",
    2021: "2021-07-02",
    2022: "2022-07-19",
    2023: "2023-06-15",
    2024: "2024-06-24",
    2025: "2025-09-29",
}


QUOTATIONS = {  # the words, by source and paragraph
    (POST, "paragraph 3"): (
        "We are dedicated to combating human trafficking and are employing every means possible to "
        "tackle human trafficking in Cambodia and any other activities related to the practice,"
    ),
    (POST, "paragraph 8"): (
        "We are not silent in our work of tackling human trafficking. We suffer when perpetrators "
        "conduct these activities on Cambodian soil, and do our best to protect people from "
        "falling victim to these crimes,"
    ),
    (POST, "paragraph 9"): (
        "We do not deny the assessment downgrade, but we do not accept it. It cannot be denied, as "
        "it has been spread all over the world. We must also come up with every means to respond "
        "to it. Although we accept that we do not have the resources to combat all kinds of "
        "crimes, we must make it a priority. We want Cambodia to be safe and peaceful for everyone,"
    ),
    (FRESH, "paragraph 5"): (
        "In this new era, we face both real and fake information, which has significantly damaged "
        "our reputation. Some international assessments of Cambodia’s efforts to combat human "
        "trafficking have been inaccurate and unfair,"
    ),
    (FRESH, "paragraph 6"): (
        "We do not deny that we have problems. Cambodia has never denied the existence of human "
        "trafficking or other security issues. That is why we continue to strengthen law "
        "enforcement measures and enhance international cooperation, demonstrating our clear "
        "commitment."
    ),
}


FIGURES = {  # value: number of figures of that value, by claimant
    "chou-bun-eng": {359: 2, 155: 2, 1577: 2, 538: 2},
    "ncct": {
        104: 2,
        134: 2,
        4: 1,
        290: 1,
        241: 1,
        92: 1,
        159: 1,
        129: 1,
        109: 1,
        78: 1,
        97: 1,
        79: 1,
        269: 1,
        122: 1,
        87: 1,
    },
}


POSITIONS = {
    ("sar-kheng", 2002, "dismisses"),
    ("hun-sen", 2005, "dismisses"),
    ("khieu-kanharith", 2007, "rejects-as-unjust"),
    ("khieu-sopheak", 2007, "accepts"),
    ("sar-kheng", 2008, "welcomes"),
    ("chou-bun-eng", 2010, "welcomes"),
    ("ministry-of-foreign-affairs", 2013, "rejects"),
    ("sok-reaksmey", 2014, "defends-efforts"),
    ("yim-virak", 2019, "disputes-as-unfair"),
    ("chou-bun-eng", 2020, "disputes-as-unfair"),
    ("chou-bun-eng", 2021, "disputes-as-inaccurate"),
    ("chou-bun-eng", 2022, "rejects"),
    ("chou-bun-eng", 2022, "rejects-as-unjust"),  # in July and in August
    ("sar-kheng", 2022, "disputes-as-unfair"),
    ("sar-kheng", 2022, "dismisses"),
    ("sar-kheng", 2022, "neither-supports-nor-denies"),
    ("hun-sen", 2022, "defends-efforts"),
    ("touch-sokhak", 2024, "rejects-as-political"),
    ("sar-sokha", 2024, "disputes-as-unfair"),
    ("hun-manet", 2024, "disputes-as-unfair"),
}
