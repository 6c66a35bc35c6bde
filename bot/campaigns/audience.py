"""Whom a campaign goes to: its rule, and the branch's terms."""

from datetime import datetime, timedelta

from bot.service import Service
from storage.audiences import Terms
from storage.models.campaigns import Campaign
from storage.segments import SegmentRule


def terms_for(service: Service, now: datetime) -> Terms:
    """How often a person may get a campaign."""
    rules = service.branch.campaigns
    return Terms(rules.at_most, now - timedelta(days=rules.in_days))


def rule_for(campaign: Campaign) -> SegmentRule:
    """Whom it is for."""
    return SegmentRule.from_json(campaign.segment)
