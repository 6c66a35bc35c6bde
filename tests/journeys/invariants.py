"""What must be true of the database after any journey: a sentence each, and a query for what breaks it."""

from tests.archive import Archive

INVARIANTS: dict[str, str] = {
    "each lead has exactly one submission that is marked first": """
        SELECT lead.number FROM lead
        LEFT JOIN submission ON submission.lead_id = lead.id AND submission.is_first
        WHERE lead.recorded_by IS NULL AND lead.merged_into_id IS NULL
        GROUP BY lead.number HAVING count(submission.id) <> 1""",
    "nobody sent in one lead twice": """
        SELECT lead_id FROM submission GROUP BY lead_id, contact_id HAVING count(*) > 1""",
    "no draft is older than what its person sent in last": """
        SELECT draft.contact_id FROM draft JOIN submission ON submission.contact_id = draft.contact_id
        WHERE draft.started_at < submission.submitted_at""",
    "each lead begins with an event of its making": """
        SELECT lead.number FROM lead LEFT JOIN lead_event ON lead_event.lead_id = lead.id
        GROUP BY lead.number HAVING count(lead_event.id) = 0""",
    "each lead can be found by its name": """
        SELECT number FROM lead WHERE id NOT IN (SELECT lead_id FROM lead_name_word)""",
    "each submission has a receipt that went out, or whose person is away": """
        SELECT submission.number FROM submission LEFT JOIN message
        ON message.subject_id = submission.id AND message.kind = 'receipt'
        AND message.state IN ('sent', 'unreachable') WHERE message.id IS NULL""",
    "whoever sent in a form had agreed to it, in words whose hash is kept": """
        SELECT submission.number FROM submission LEFT JOIN consent
        ON consent.contact_id = submission.contact_id AND consent.purpose = 'registration'
        AND consent.granted AND consent.recorded_at <= submission.submitted_at WHERE consent.id IS NULL""",
    "each consent has the version, the hash and the language of its words": """
        SELECT id FROM consent WHERE length(text_hash) < 16 OR text_version = '' OR language = ''""",
    "no message is left half sent": "SELECT id FROM message WHERE state IN ('sending', 'unknown', 'failed')",
    "no message waits that could have gone": """
        SELECT id FROM message WHERE state IN ('queued', 'errored')
        AND due_at < (SELECT max(finished_at) FROM message)""",
    "each open lead has one duty, with its owner, and a closed one has none": """
        SELECT lead.number FROM lead LEFT JOIN follow_up
        ON follow_up.lead_id = lead.id AND follow_up.state = 'ready'
        WHERE (lead.state IN ('confirmed', 'declined', 'covered', 'wrong', 'unreached', 'merged'))
        <> (follow_up.id IS NULL) OR coalesce(CAST(lead.owner_id AS TEXT), '')
        <> coalesce(CAST(follow_up.owner_id AS TEXT), CAST(lead.owner_id AS TEXT), '')""",
    "each volunteer's open leads are counted right": """
        SELECT id FROM volunteer WHERE open_leads <> (SELECT count(*) FROM lead WHERE owner_id = volunteer.id
        AND state NOT IN ('confirmed', 'declined', 'covered', 'wrong', 'unreached', 'merged'))""",
    "what was sent has Telegram's number": """
        SELECT id FROM message WHERE state = 'sent' AND telegram_message_id IS NULL""",
    "no update made a handler raise": "SELECT update_id FROM quarantine",
    "closed cases have a time, open ones have none": """
        SELECT number FROM support_case WHERE (state = 'closed') <> (closed_at IS NOT NULL)""",
    "whoever was erased is gone": "SELECT id FROM erasure WHERE contact_id IN (SELECT id FROM contact)",
}


async def broken(archive: Archive) -> dict[str, list[object]]:
    """Each invariant that does not hold, with what breaks it."""
    found: dict[str, list[object]] = {}
    for promise, query in INVARIANTS.items():
        if rows := await archive.rows(query):
            found[promise] = [row[0] for row in rows]
    if missing := await _missing_updates(archive):
        found["every update was seen, once"] = [missing]
    return found


async def _missing_updates(archive: Archive) -> int:
    """Telegram numbers a bot's updates without gaps, and the primary key allows none twice."""
    first, last, count = (
        await archive.rows("SELECT min(update_id), max(update_id), count(*) FROM seen_update")
    )[0]
    return 0 if count == 0 else int(last - first + 1 - count)
