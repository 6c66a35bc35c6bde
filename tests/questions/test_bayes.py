"""What sayings teach: chances that add up, and less surety for what is half understood."""

from collections import Counter

import pytest

from bot.questions.bayes import Bayes
from bot.questions.features import features
from bot.questions.lexicon import load_lexicon
from bot.questions.matching import CALIBRATION, Evidence

LEXICON = load_lexicon()
SAYINGS = [("cost", "iuran sebulan"), ("cost", "bayar iuran mahal"), ("where", "kantor sebelah mana")]
BAYES = Bayes((label, features(said, LEXICON)) for label, said in SAYINGS)


def test_chances_add_up_to_one() -> None:
    """Whatever is asked, also nothing that is known, then each label alike."""
    for asked in ("iuran", "kantor iuran", "zzz", ""):
        assert sum(BAYES.posterior(features(asked, LEXICON)).chances.values()) == pytest.approx(1)
    assert BAYES.posterior(Counter()).chances == pytest.approx({"cost": 0.5, "where": 0.5})


@pytest.mark.parametrize(("asked", "label"), [("iuran", "cost"), ("iurane", "cost"), ("kantornya", "where")])
def test_the_label_whose_sayings_share_most_is_likeliest(asked: str, label: str) -> None:
    """Inflected, too."""
    chances = BAYES.posterior(features(asked, LEXICON)).chances
    assert max(chances, key=chances.__getitem__) == label


def test_what_is_half_understood_is_less_likely() -> None:
    """A word that nobody taught takes from the rest: the question may be about just that."""
    whole, half = (BAYES.posterior(features(asked, LEXICON)) for asked in ("iuran", "iuran zyxwv"))
    assert half.known < whole.known == pytest.approx(1)
    assert half.chances["cost"] < whole.chances["cost"]


def test_order_and_distance_are_seen_but_not_required() -> None:
    """Two words near one another tell more than apart; in either order."""
    forth, back = features("iuran kantor", LEXICON), features("kantor iuran", LEXICON)
    assert {name for name in forth if name.startswith("near ")} == {"near iuran kantor"}
    assert {name for name in back if name.startswith("near ")} == {"near iuran kantor"}


def test_surety_rises_with_the_chance_and_falls_with_doubt() -> None:
    """Calibrated: a likelier first is surer; a likelier second, or elsewhere, is less so."""
    sure = Evidence(0.99, 0.004, 0.004, 1)
    torn, foreign = Evidence(0.5, 0.49, 0.004, 1), Evidence(0.5, 0.004, 0.49, 1)
    assert CALIBRATION.chance(sure) > max(CALIBRATION.chance(torn), CALIBRATION.chance(foreign))
