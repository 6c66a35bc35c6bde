"""The shipped answers, as the service builds them."""

from bot.questions.answers import Answers
from bot.questions.lexicon import load_lexicon
from bot.questions.matching import Questions
from bot.texts import TEXTS_DIRECTORY

ANSWERS = Answers.load(TEXTS_DIRECTORY)
QUESTIONS = Questions(ANSWERS, load_lexicon())
LANGUAGES = ("id", "en")
