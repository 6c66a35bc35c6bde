"""The shipped answers, as the service builds them."""

from tests.shipped import answers, questions

ANSWERS = answers()
QUESTIONS = questions()
LANGUAGES = ("id", "en")
