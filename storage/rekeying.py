"""Rekeying: everything sealed or indexed moves to the current keys, a batch a transaction, safe to repeat."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select, update

from storage.database import Database, Transaction
from storage.erasures import ACCOUNT
from storage.leads import NAME_WORD, PHONE, PHONE_NAME
from storage.models.base import Table
from storage.models.cases import Case
from storage.models.contacts import Contact
from storage.models.conversations import Conversation, Draft
from storage.models.leads import Lead, LeadEvent, LeadNameWord, Submission
from storage.models.messages import Message
from storage.models.updates import Quarantine

BATCH = 200
