"""The trouble a network makes on demand: floods, outages, lost answers, latency."""

from __future__ import annotations

import random
from http import HTTPStatus

from playground.clock import Time
from playground.floods import FloodGate, Limits
from playground.refusals import Refused
from playground.shapes import Json


class Trouble:
    """What is wrong with Telegram at the moment."""

    def __init__(self, source: Time, gate: FloodGate) -> None:
        self._time = source
        self._gate = gate
        self._chance = random.Random(1)  # noqa: S311 - decides which answers are lost, and the same each run
        self._outage_until = 0.0
        self.outage_status = 502
        self.drop_answers = 0.0
        self.latency_ms = 0.0

    def cause(self, wanted: Json) -> None:
        """Take the settings of POST /api/trouble; what is not named stays."""
        now = self._time.monotonic()
        if "flood_seconds" in wanted:
            self._gate.close_for(float(wanted["flood_seconds"]), now)
        if "outage_seconds" in wanted:
            self._outage_until = now + float(wanted["outage_seconds"])
        self.outage_status = int(wanted.get("outage_status", self.outage_status))
        self.drop_answers = float(wanted.get("drop_answers", self.drop_answers))
        self.latency_ms = float(wanted.get("latency_ms", self.latency_ms))
        if "limits" in wanted:
            self._gate.limits = None if wanted["limits"] is None else Limits(**wanted["limits"])

    def raise_outage(self) -> None:
        if self._time.monotonic() < self._outage_until:
            raise Refused(self.outage_status, HTTPStatus(self.outage_status).phrase)

    def drops_answer(self) -> bool:
        return self.drop_answers > 0 and self._chance.random() < self.drop_answers

    def state(self) -> Json:
        now = self._time.monotonic()
        return {
            "flood_seconds": round(self._gate.closed_for(now), 3),
            "outage_seconds": round(max(0.0, self._outage_until - now), 3),
            "outage_status": self.outage_status,
            "drop_answers": self.drop_answers,
            "latency_ms": self.latency_ms,
        }
