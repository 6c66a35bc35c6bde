"""What protection costs and gives, said in one line with the figures of the day."""

from datetime import date

from bot.programme.contributions import Group, Quote, this_month
from bot.programme.formats import Lang, month_year, rupiah
from bot.service import Service
from bot.texts import Markup
from bot.wording import Wording


def quote_line(words: Wording, service: Service, group: Group, today: date) -> Markup:
    """The price this month for a group: discounted until when, or normal, or to be asked of staff."""
    quote = this_month(service.facts, group, today)
    return words.render(f"programme-quote-{_kind(quote)}", **_figures(quote, words))


def _kind(quote: Quote) -> str:
    if quote.ask_staff:
        return "ask"
    return "discounted" if quote.discounted_until else "normal"


def _figures(quote: Quote, words: Wording) -> dict[str, str]:
    lang = lang_of(words)
    figures = {"price": rupiah(quote.price_now, lang)}
    if quote.discounted_until and not quote.ask_staff:
        figures["normal"] = rupiah(quote.normal_price, lang)
        figures["until"] = month_year(quote.discounted_until, lang)
    return figures


def lang_of(words: Wording) -> Lang:
    """The language figures and dates are written in."""
    return "en" if words.language == "en" else "id"
