"""Campaigns: what the branch sends to many people at once, and how it is kept from going wrong.

Use-cases take (tx, service, actor's contact id, campaign as it was read, ...), give the campaign as it is
then, and raise Stale when somebody else changed it meanwhile, NotAllowed, or CampaignRefused with its reason:

- drafts.py     start_draft, rename_draft, write_text, remove_text, choose_segment, plan_start, copy_campaign
- decisions.py  submit_campaign, return_campaign, refuse_campaign, approve_campaign (never by its maker)
- running.py    schedule_campaign, start_campaign, pause_campaign, resume_campaign, cancel_campaign
- retrying.py   retry_failed, resend_unknown
- moves.py      the table of what may become of a campaign

What it says: content.py, markup.py, fields.py and links.py read and fill it; policy.toml and rules.py judge
it, refusals.py says why not; composing.py keeps it; rendering.py and letters.py make each one's message.
Whom it is for: picking.py, audience.py. How it goes: steering.py, claiming.py, recording.py, watch.py and
windows.py. What staff are told: approving.py, audience_texts.py, progress_texts.py, live.py, staff_news.py,
ledger_*.py, result_texts.py, telling.py; timetable.py and estimates.py reckon before, samples.py shows.
"""
