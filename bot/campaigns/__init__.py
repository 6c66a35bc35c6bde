"""Campaigns: what the branch sends to many people at once, and how it is kept from going wrong.

Use-cases take (tx, service, actor's contact id, campaign as it was read, ...), give the campaign as it is
then, and raise Stale when somebody else changed it meanwhile, NotAllowed, or CampaignRefused with its reason:

- drafts.py     start_draft, rename_draft, write_text, remove_text, choose_segment, plan_start, copy_campaign
- decisions.py  submit_campaign, return_campaign, refuse_campaign, approve_campaign (never by its maker)
- running.py    schedule_campaign, start_campaign, pause_campaign, resume_campaign, cancel_campaign
- retrying.py   retry_failed, resend_unknown
- audience.py   count_audience, sample_audience (storage.audiences, with the branch's terms), freezing
- estimates.py  how long it takes and when it is over, sending windows included
- progress.py   get_progress: counts by state, rate, what is left
- results.py    taps, STOPs, registrations, first payments; the ledger per person
- watch.py      canary, waves, and the rules by which it stops by itself
- moves.py      the table of what may become of a campaign

`source_code` is a Source's key; `media` is one JSON of kind, file_id and filename; `released` and `begun` on the campaign make canary and waves, so rows need no wave of their own; a
campaign's rows have `campaign_id` and no `subject_id`.
"""
