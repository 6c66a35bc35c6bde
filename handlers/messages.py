"""What a message of Telegram holds, in our words: its text, its file, whose contact, what it replies to."""

from telegram import Message, MessageEntity

from bot.pasted import hide_niks
from bot.screens import MediaKind, Screen
from bot.visits import Visit
from handlers.routes import RepliedTo, SentFile, Shared, Written

NIK_HIDDEN = "nik-hidden"
FORMATTING = frozenset(
    {
        MessageEntity.BOLD,
        MessageEntity.ITALIC,
        MessageEntity.UNDERLINE,
        MessageEntity.STRIKETHROUGH,
        MessageEntity.SPOILER,
        MessageEntity.CODE,
        MessageEntity.PRE,
        MessageEntity.BLOCKQUOTE,
        MessageEntity.EXPANDABLE_BLOCKQUOTE,
        MessageEntity.TEXT_LINK,
    }
)
"""Entities that somebody set with Telegram's own menu; the others Telegram found by itself."""


def without_nik(visit: Visit, text: str) -> str:
    """What was written, without the number of an identity card: nobody reads it, and nothing keeps it."""
    hidden = hide_niks(text)
    if hidden != text and all(screen.name != NIK_HIDDEN for screen in visit.replies):
        visit.say(Screen(NIK_HIDDEN, visit.words.render("safety-nik")))
    return hidden


def file_of(visit: Visit, message: Message) -> SentFile | None:
    """The photo (its largest size), document or voice note in a message, with what is written below it."""
    caption = without_nik(visit, message.caption or "")
    if message.photo:
        return SentFile(MediaKind.PHOTO, message.photo[-1].file_id, caption)
    if message.document:
        return SentFile(
            MediaKind.DOCUMENT, message.document.file_id, caption, message.document.file_name or ""
        )
    if message.voice:
        return SentFile(MediaKind.VOICE, message.voice.file_id, caption)
    return None


def replied_to(message: Message) -> RepliedTo | None:
    """What it replies to, if that is a message of ours."""
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.from_user.id != message.get_bot().id:
        return None
    return RepliedTo(replied.message_id, replied.text or replied.caption or "")


def written_of(visit: Visit, message: Message) -> Written:
    """Text or caption with its formatting as HTML, and the file it came with."""
    entities = message.entities or message.caption_entities
    html = message.text_html if message.text else message.caption_html if message.caption else ""
    return Written(
        without_nik(visit, message.text or message.caption or ""),
        without_nik(visit, html),
        is_formatted=any(entity.type in FORMATTING for entity in entities),
        file=file_of(visit, message),
    )


def after_command(visit: Visit, message: Message | None) -> str:
    """What was typed behind a command."""
    text = (message.text if message else None) or ""
    return without_nik(visit, text.partition(" ")[2].strip())


def shared_contact(message: Message) -> Shared | None:
    """Rules.md: a number counts only when it is the sender's own and was not forwarded."""
    contact, sender = message.contact, message.from_user
    if contact is None or sender is None:
        return None
    is_own = contact.user_id == sender.id and message.forward_origin is None
    return Shared(contact.phone_number, is_own)


def kind_of(message: Message) -> str:
    if message.photo or message.document or message.video:
        return "file"
    if message.location or message.venue:
        return "location"
    return "sticker" if message.sticker or message.animation else "other"
