"""The receipt: what was recorded, under which number, and what happens next."""

from bot.registration.answers import summary_lines
from bot.screens import Screen
from bot.service import Service
from bot.wording import Wording
from storage.database import Transaction
from storage.models.contacts import Contact
from storage.models.messages import Message
from storage.submissions import SentIn, find_submission


async def render_receipt(
    tx: Transaction, service: Service, contact: Contact, message: Message
) -> Screen | None:
    """The receipt of a submission, with the way on below it; nothing when it was erased meanwhile."""
    sent_in = await find_submission(tx, message.subject_id) if message.subject_id else None
    if sent_in is None:
        return None
    words = Wording(service.texts, contact.language)
    go_on = words.button("registration-after", "consents", "ask")
    return Screen("receipt", receipt_text(words, service, sent_in), ((go_on,),))


def receipt_text(words: Wording, service: Service, sent_in: SentIn) -> str:
    """The receipt in one person's language."""
    return words.joined(
        words.render("registration-receipt", number=sent_in.submission.number),
        summary_lines(words, service, sent_in.answers),
        words.render(f"registration-next-{sent_in.answers.get('consent')}"),
        words.render("registration-not-membership"),
    )
