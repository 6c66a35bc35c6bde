/** The trouble menu: floods, outages and people who block the bot, made on purpose. */

import { api, ApiError } from "./api.js";
import { announce, el, freshId, icon } from "./dom.js";

const KINDS = [
  { key: "flood", title: "Banjir", note: "Telegram menolak: terlalu banyak permintaan (429).", seconds: [5, 30], body: (n) => ({ flood_seconds: n }) },
  { key: "outage", title: "Padam", note: "Telegram tidak melayani (502).", seconds: [10, 30], body: (n) => ({ outage_seconds: n, outage_status: 502 }) },
];

export class Trouble {
  #until = { flood: 0, outage: 0 };
  #people = "";

  constructor(root, onChanged) {
    this.onChanged = onChanged;
    this.panel = el("div", { class: "trouble-panel", id: freshId("trouble"), role: "group", "aria-label": "Gangguan buatan", hidden: true });
    this.count = el("span", { class: "trouble-count" });
    this.toggle = el("button", { type: "button", class: "button trouble-toggle", "aria-expanded": "false", "aria-controls": this.panel.id, onclick: () => this.#show(this.panel.hidden) }, icon("trouble"), el("span", { class: "trouble-word" }, "Gangguan"), this.count);
    this.end = el("button", { type: "button", class: "button", onclick: () => this.#endAll() }, "Akhiri gangguan");
    this.blockers = el("fieldset", { class: "blockers" });
    this.panel.append(el("p", { class: "panel-lead" }, "Ganggu dengan sengaja, lalu lihat layanan pulih sendiri."), ...KINDS.map((kind) => this.#row(kind)), this.blockers, this.end);
    root.append(this.toggle, this.panel);
    root.addEventListener("keydown", (event) => event.key === "Escape" && this.#show(false, true));
    document.addEventListener("pointerdown", (event) => !root.contains(event.target) && this.#show(false));
  }

  set({ flood_seconds: flood, outage_seconds: outage }) {
    this.#until = { flood: performance.now() + flood * 1000, outage: performance.now() + outage * 1000 };
    this.show();
  }

  /** The switches of "blocked by the person"; drawn anew only when something changed. */
  setPeople(people) {
    const key = JSON.stringify(people.map(({ id, first_name: name, blocked }) => [id, name, blocked]));
    if (key === this.#people) return;
    this.#people = key;
    const focused = this.blockers.contains(document.activeElement) ? document.activeElement.value : null;
    this.blockers.replaceChildren(el("legend", {}, "Bot diblokir oleh"), ...people.map((person) => this.#blocker(person)));
    if (focused) this.blockers.querySelector(`[value="${CSS.escape(focused)}"]`)?.focus();
  }

  /** Counts down. */
  show() {
    const left = KINDS.map(({ key, title }) => ({ title, seconds: Math.ceil((this.#until[key] - performance.now()) / 1000) })).filter(({ seconds }) => seconds > 0);
    this.count.textContent = left.map(({ title, seconds }) => `${title} ${seconds} dtk`).join(" · ");
    this.toggle.classList.toggle("is-active", left.length > 0);
    this.end.hidden = left.length === 0;
  }

  #row({ title, note, seconds, body }) {
    const buttons = seconds.map((n) => el("button", { type: "button", class: "button", "aria-label": `${title} ${n} detik`, onclick: () => this.#cause(body(n), `${title} ${n} detik dimulai.`) }, `${n} detik`));
    return el("div", { class: "trouble-row" }, el("div", {}, el("p", { class: "trouble-title" }, title), el("p", { class: "hint" }, note)), el("div", { class: "trouble-buttons" }, buttons));
  }

  #blocker(person) {
    const box = el("input", { type: "checkbox", role: "switch", value: String(person.id) });
    box.checked = person.blocked;
    box.addEventListener("change", () => this.#try(() => api.setBlocked(person.id, box.checked), `${person.first_name} ${box.checked ? "memblokir" : "membuka blokir"} bot.`));
    return el("label", { class: "switch" }, el("span", {}, person.first_name), box);
  }

  #cause(body, said) {
    return this.#try(() => api.trouble(body), said);
  }

  #endAll() {
    this.toggle.focus();
    return this.#try(async () => {
      await api.trouble({ flood_seconds: 0 });
      await api.trouble({ outage_seconds: 0, outage_status: 502 });
    }, "Gangguan diakhiri.");
  }

  async #try(act, said) {
    try {
      await act();
      announce(said);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      announce(error.message);
    }
    await this.onChanged();
  }

  #show(isShown, withFocus = false) {
    if (this.panel.hidden === !isShown) return;
    this.panel.hidden = !isShown;
    this.toggle.setAttribute("aria-expanded", String(isShown));
    if (withFocus) this.toggle.focus();
  }
}
