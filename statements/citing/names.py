"""Names of those who spoke, as citations order and shorten them."""

from dataclasses import dataclass

from django.conf import settings

from statements.models import Organisation, Speaker


@dataclass(frozen=True)
class Name:
    """A name as it is printed and, of a person whose family name is known, its two parts."""

    literal: str
    family: str = ""
    given: str = ""

    @property
    def inverted(self) -> str:
        """Family name first, with a comma, as programs that manage references read it."""
        return f"{self.family}, {self.given}" if self.given else self.literal

    @property
    def tagged(self) -> str:
        """For the tag of a page, where programs would part a name and take two for two people.

        A comma at the end says that all before it is one name; a semicolon, that what the comma
        parts is one person, even where there are several words on both sides of it.
        """
        if not self.given:
            return f"{self.literal},;" if "," in self.literal else f"{self.literal},"
        return f"{self.inverted};" if " " in self.family and " " in self.given else self.inverted

    @property
    def initials(self) -> str:
        """Such as "Chou, B. E."."""
        if not self.given:
            return self.literal
        return f"{self.family}, {' '.join(f'{part[0]}.' for part in self.given.split())}"


def name_of(claimant: Speaker | Organisation) -> Name:
    """The name of whoever spoke."""
    if isinstance(claimant, Organisation):
        return Name(claimant.name)
    return Name(claimant.name, *parts_of(claimant))


def parts_of(speaker: Speaker) -> tuple[str, str]:
    """Family name and given names; empty where the record does not say which is which.

    The sort name has the family name first. Where it is but the printed name, that is taken for an
    answer only in the home country, whose names are printed so; elsewhere nobody may have looked.
    """
    sort_name, printed = speaker.sort_name.strip(), speaker.name.split()
    if "," in sort_name:
        family, _comma, given = sort_name.partition(",")
        return family.strip(), given.strip()
    words = sort_name.split()
    if len(words) < 2:
        return "", ""
    if words == printed:
        at_home = speaker.country is not None and speaker.country.iso2 == settings.HOME_COUNTRY
        return (words[0], " ".join(words[1:])) if at_home else ("", "")
    for length in range(1, len(words)):  # "van der Berg Jan", printed "Jan van der Berg"
        if [*words[length:], *words[:length]] == printed:
            return " ".join(words[:length]), " ".join(words[length:])
    return words[0], " ".join(words[1:])
