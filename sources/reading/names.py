"""Names of people in a text, matched against a roster.

A name is matched whole: "Bun Honn" is nobody when the roster has "Chou Bun Eng", and "Hun" alone
is nobody when father and son both speak. Persons outside the roster are kept apart as somebody,
so that their words and pronouns go to nobody else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sources.reading.cast import PARTICLES, Cast, Somebody, add_other, fold, meant
from sources.reading.describing import describes
from sources.reading.newcomers import behaves, plies_a_trade
from sources.reading.roles import PERSON_NOUNS, TITLE_NOUNS, gender_of
from sources.reading.tokens import Token
from sources.reading.unlisted import common_nouns, in_domain, unlisted
from sources.reading.verbs import reporting
from sources.reading.wordlists import listed

# Honorifics that go on for several words: "Samdech Moha Borvor Thipadei X".
GRAND = frozenset(
    {"samdech", "oknha", "neak", "datuk", "dato", "tan", "sheikh", "he", "excellency"}
)
HONORIFICS = listed(
    """
    mr mrs ms miss mdm madam mme dr prof professor sir dame lord lady h.e he excellency her
    his hon honourable honorable rev reverend samdech oknha neak lok srey tan sri dato datuk
    datin haji hajah sheikh sheikha ayatollah imam general gen lt lt. lieutenant col colonel
    major maj brigadier brig captain capt sgt sergeant admiral adm marshal king queen prince
    princess president minister prime premier pm deputy vice secretary state acting former
    ex-president ex-minister senator sen rep representative governor gov mayor judge justice
    chief ambassador amb spokesman spokeswoman spokesperson chairman chairwoman chair
    chairperson commissioner director director-general secretary-general chancellor speaker
    engineer inspector superintendent attorney prosecutor archbishop bishop pope cardinal
    pastor father sister brother mp congressman congresswoman foreign interior defence defense
    finance health education labour labor information tourism environment agriculture commerce
    culture planning energy mines rural women transport party opposition leader first second
    third co-founder head pak bu bapak ibu ustaz cik encik puan señor señora sheriff detective
    officer lawmaker councillor activist analyst farmer veteran crown home permanent
    hajiya alhaji alhaja mallam mzee engr barrister cllr clr cr ald alderman supt insp det cmdr
    cdr cpl pte pvt comdt dep asst sr fr msgr smt shri sardar tun tunku tengku dra lic ing
    archdeacon canon baroness viscount earl count countess rt right very ven venerable u
    kru ajarn ajahn phra khun daw sayadaw pandit swami maulana moulana mullah hojatoleslam
    oba otunba togbe kgosi nkosi mwalimu datu pehin atty cong herr frau monsieur signor signora
    under-secretary undersecretary parliamentary consul envoy press government national
    provincial district police army navy air force trade social affairs welfare rights human
    """
)
# Of the words before a name those that no title ends with: "Human Settlements" is nobody.
FIELDS = listed(
    """
    foreign interior defence defense finance health education labour labor information tourism
    environment agriculture commerce culture planning energy mines rural women transport party
    opposition first second third crown home permanent press government national provincial
    district army navy air force trade social affairs welfare rights human state acting former
    """
)
NOT_NAMES = listed(
    """
    the a an this that these those he she it they we i you who his her its their our your my
    in on at by for from with of to as and but or nor so yet if when while where after before
    since until during despite although though because however meanwhile moreover furthermore
    additionally also still then there here what which why how not no yes one two three four
    five six seven eight nine ten both each every some many most more all any several few such
    only even just now today yesterday tomorrow earlier later last next asked speaking
    according under over about between among amid against through without within recognising
    recognizing citing referring responding addressing monday tuesday wednesday thursday
    friday saturday sunday january february march april may june july august september october
    november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept sep oct nov
    dec once perhaps maybe indeed instead thus hence again writing quoting told said added
    asking like unlike besides likewise similarly finally lastly firstly secondly first second
    other another either neither whether facebook twitter telegram instagram tiktok covid
    english khmer cambodian thai vietnamese lao chinese american british french indonesian
    malaysian filipino australian japanese korean indian russian european asian african
    spanish german italian mexican colombian chilean peruvian argentine brazilian egyptian
    iraqi jordanian lebanese moroccan tunisian saudi kenyan nigerian ugandan tanzanian
    ghanaian turkish iranian israeli palestinian pakistani burmese singaporean canadian irish
    scottish welsh dutch swedish norwegian danish finnish polish ukrainian greek portuguese
    swiss austrian us uk eu un asean western eastern northern southern west east north south
    let do don’t does did is are was were be being been has have had will would can could
    should might must born based
    """
) | {"u.s", "u.s.", "u.k", "u.n"}
ORGANISATIONS = listed(
    """
    ministry committee council commission department party university court police news post
    times bank group association company centre center fund nations union unit agency
    authority bureau office board institute foundation network organisation organization
    society corporation army force forces government parliament assembly senate house congress
    watch international reuters xinhua afp ap vietnam cambodia thailand city province district
    river street road airport hotel market hospital school academy college league club
    federation forum coalition alliance front movement initiative programme program project
    report act law convention protocol treaty agreement day conference summit festival museum
    palace temple church mosque island mountain lake bay sea port bridge dam park valley
    village kingdom republic states america secretariat embassy daily herald tribune guardian
    gazette chronicle mail telegraph journal observer press media radio tv television
    broadcasting ltd inc plc co holdings ventures partners capital lawyers workers farmers
    teachers nurses mothers students residents villagers officials boulevard avenue square
    stadium tower plaza tribunal inspectorate directorate cabinet service services affairs
    rights amnesty bangkok hanoi jakarta manila beijing washington london tokyo paris brussels
    geneva phnom penh singapore mekong asia africa europe kampong kampot siem battambang
    sihanoukville preah takeo pursat koh
    """
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A printed name: token indexes from its first title to its end; `who` None is ambiguous."""

    first: int
    name: int
    end: int
    who: Somebody | None


def mentions(tokens: Sequence[Token], cast: Cast) -> list[Mention]:
    """Give every name in the text, in order. The cast learns who is present on the way."""
    cast.titles |= common_nouns(tokens)
    runs = list(_runs(tokens))
    for first, end in runs:
        _introduce(tokens, first, end, cast)
    found = (_mention(tokens, first, end, cast) for first, end in runs)
    return [mention for mention in found if mention]


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Give runs of capitalised words, particles between them included."""
    index = 0
    while index < len(tokens):
        if not tokens[index].capital and not _particle_starts(tokens, index):
            index += 1
            continue
        first = index
        while index < len(tokens) and (tokens[index].capital or _joins(tokens, index)):
            index += 1
        yield max(first, index - 12), index


def _particle_starts(tokens: Sequence[Token], index: int) -> bool:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    word = fold(tokens[index].lower)
    if (
        tokens[index].kind == "word"
        and word.startswith("al-")
        and tokens[index].text[3:4].isupper()
    ):
        return True
    return word in {"bin", "van", "von", "al", "de", "dos"} and bool(
        following and following.capital
    )


def _joins(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.kind != "word" or token.capital:
        return False
    if token.text.lower().startswith("al-") and token.text[3:4].isupper():
        return True
    ahead = tokens[index + 1 : index + 3]
    if token.lower not in PARTICLES or not ahead:
        return False
    return ahead[0].capital or (ahead[0].lower in PARTICLES and len(ahead) > 1 and ahead[1].capital)


def _split(tokens: Sequence[Token], first: int, end: int, cast: Cast) -> tuple[int, int, int]:
    """Give where titles begin and where the name proper begins and ends in a run."""
    while end > first and fold(tokens[end - 1].lower) in NOT_NAMES:
        end -= 1
    start = first
    while start < end and tokens[start].lower in NOT_NAMES and not _known(tokens, start, end, cast):
        start += 1
    for name in range(max(start, end - 8), end):
        if _known(tokens, name, end, cast) and _separate(tokens, start, name, end, cast):
            return start, name, end
    titles = [at for at in range(max(start, end - 8), end) if _title(tokens[at])]
    return start, titles[-1] + 1 if titles else start, end


def _separate(tokens: Sequence[Token], start: int, name: int, end: int, cast: Cast) -> bool:
    """Whether what stands before a known name is not part of it, as in "Nguyen | Van Thanh"."""
    before = tokens[name - 1]
    if fold(tokens[start].lower) in GRAND and name - start < 6:
        return True
    if (
        name == start
        or in_domain(tokens, start)
        or _title(before)
        or fold(before.lower) in ORGANISATIONS
    ):
        return True
    opens = name == start + 1 and (start == 0 or tokens[start - 1].kind != "word")
    if before.lower in PERSON_NOUNS or describes(before.text, opens=opens):
        return True
    return unlisted(tokens, name, end, cast.titles)


def _title(token: Token) -> bool:
    word = token.lower.rstrip(".")
    return word in HONORIFICS or word in NOT_NAMES or word in TITLE_NOUNS


def _known(tokens: Sequence[Token], first: int, end: int, cast: Cast) -> bool:
    return tuple(fold(token.lower) for token in tokens[first:end]) in cast.full


def _introduce(tokens: Sequence[Token], first: int, end: int, cast: Cast) -> None:
    start, name, end = _split(tokens, first, end, cast)
    words = tuple(fold(token.lower) for token in tokens[name:end])
    people = cast.full.get(words, [])
    for somebody in people:
        if somebody not in cast.present:
            cast.present.append(somebody)
    if not people and _is_person(tokens, start, name, end, words):
        if words in cast.short:
            return
        add_other(cast, words, gender_of([token.lower for token in tokens[start:name]]))


def _is_person(
    tokens: Sequence[Token], start: int, name: int, end: int, words: tuple[str, ...]
) -> bool:
    """Whether an unknown run is somebody's name rather than a place or an institution."""
    if not words or len(words) > 5 or any(word in ORGANISATIONS for word in words):
        return False
    if any(token.text.isupper() and len(token.text) > 1 for token in tokens[name:end]):
        return False
    before = tokens[start - 1].lower if start else ""
    title = tokens[name - 1].lower if name > start else ""
    if title and title not in NOT_NAMES | FIELDS and _title(tokens[name - 1]):
        return True
    return len(words) > 1 and (before in PERSON_NOUNS or _acts(tokens, end, before))


def _acts(tokens: Sequence[Token], end: int, before: str) -> bool:
    """Whether a name is used as a person's: it speaks, has an age, an office or a "who"."""
    after = [token.lower for token in tokens[end : end + 8]]
    kinds = [token.kind for token in tokens[end : end + 3]]
    if before not in {"in", "at", "from", "near", "the"}:
        form = reporting(before)
        if form and form.shape == "finite":
            return True
        if after and (spoken := reporting(after[0])) and spoken.shape == "finite":
            return True
        if behaves(after) or plies_a_trade(after):
            return True
    if before == "," and after[:1] == [","] and len(after) > 1 and _office_near(tokens, end):
        spoken = reporting(after[1])
        if spoken and spoken.shape == "finite":
            return True
    if after[:1] == [","] and (kinds[1:2] == ["number"] or after[1:2] == ["who"]):
        return True
    return after[:1] == [","] and _explained(tokens, end + 1)


def _explained(tokens: Sequence[Token], start: int) -> bool:
    """Whether an office follows that is not the title of the next name: "X, Secretary Y said"."""
    near = tokens[start : start + 7]
    heads = [at for at, token in enumerate(near[:6]) if token.lower in PERSON_NOUNS]
    return any(not near[at + 1 : at + 2] or not near[at + 1].capital for at in heads)


def _office_near(tokens: Sequence[Token], end: int) -> bool:
    """Whether an office stands before a name put between commas: "the leader of …, X, said"."""
    before = tokens[max(0, end - 16) : end]
    stops = [at for at, token in enumerate(before) if token.kind != "word" and token.text != ","]
    return any(token.lower in PERSON_NOUNS for token in before[stops[-1] + 1 if stops else 0 :])


def _mention(tokens: Sequence[Token], first: int, end: int, cast: Cast) -> Mention | None:
    start, name, end = _split(tokens, first, end, cast)
    if name == end:
        return None
    words = tuple(fold(token.lower) for token in tokens[name:end])
    titles = [token.lower for token in tokens[start:name]]
    candidates = cast.full.get(words)
    if candidates:
        return Mention(start, name, end, candidates[0] if len(candidates) == 1 else None)
    if any(word in ORGANISATIONS for word in words):
        return None
    choice = meant(words, cast, gender_of(titles))
    return Mention(start, name, end, choice[0]) if choice else None
