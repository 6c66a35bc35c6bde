/** The arena's clock: shows it, and moves it forward. */

import { api, ApiError } from "./api.js";
import { announce, el } from "./dom.js";
import { fullDay, hour, shortDay, span } from "./times.js";

const STEPS = [["1 jam", { advance_seconds: 3600 }], ["1 hari", { advance_days: 1 }], ["7 hari", { advance_days: 7 }]];

export class Clock {
  #server = new Date();
  #readAt = performance.now();

  /** onMoved() after the server moved it. */
  constructor(root, onMoved) {
    this.root = root;
    this.onMoved = onMoved;
    this.day = el("span", { class: "clock-day" });
    this.shortDay = el("span", { class: "clock-short-day" });
    this.hour = el("span", { class: "clock-hour" });
    this.offset = el("span", { class: "clock-offset", hidden: true });
    this.steps = el("div", { class: "clock-steps", role: "group", "aria-label": "Majukan jam" }, el("span", { class: "clock-label", "aria-hidden": "true" }, "Majukan"), STEPS.map(([label, step]) => this.#button(label, step)));
    root.append(el("p", { class: "clock-face" }, this.hour, this.day, this.shortDay, this.offset), this.steps);
  }

  set({ now, offset_seconds: offset, is_followed: isFollowed }) {
    this.#server = new Date(now);
    this.#readAt = performance.now();
    this.offset.textContent = offset >= 30 ? `maju ${span(offset)}` : "";
    this.offset.hidden = offset < 30;
    this.root.setAttribute("aria-busy", String(!isFollowed)); // the bot goes there by way of all that is due before
    this.show();
  }

  now() {
    return new Date(this.#server.getTime() + performance.now() - this.#readAt);
  }

  show() {
    const now = this.now();
    this.hour.textContent = `${hour(now)} WIB`;
    this.day.textContent = fullDay(now);
    this.shortDay.textContent = shortDay(now);
  }

  #button(label, step) {
    const button = el("button", { type: "button", class: "step", "aria-label": `Majukan ${label}` }, el("span", { class: "step-plus", "aria-hidden": "true" }, "+"), label);
    button.addEventListener("click", () => this.#advance(button, step));
    return button;
  }

  async #advance(button, step) {
    if (button.getAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    try {
      await api.advance(step);
      await this.onMoved();
      announce(`Sekarang ${fullDay(this.now())} pukul ${hour(this.now())}.`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      announce(error.message);
    } finally {
      button.removeAttribute("aria-busy");
    }
  }
}
