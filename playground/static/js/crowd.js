/** Everybody who has no phone on the page: a dot a person, which fills when a message comes. */

import { api, ApiError } from "./api.js";
import { el, freshId } from "./dom.js";

export const CROWD = "crowd";
const PAUSE_MS = 200;

export class Crowd {
  #dots = new Map();
  #isDue = false;

  /** onFirst() is called once there is anybody. */
  constructor(onFirst) {
    this.onFirst = onFirst;
    const title = el("h2", { class: "crowd-title", id: freshId("crowd") }, "Warga lain");
    this.count = el("p", { class: "crowd-count" });
    this.field = el("div", { class: "crowd-dots", role: "img" });
    this.element = el("section", { class: "crowd", "aria-labelledby": title.id, hidden: true }, title, this.count, this.field, legend());
  }

  /** Something happened in the crowd; a hundred messages lead to a few looks. */
  hear() {
    if (this.#isDue) return;
    this.#isDue = true;
    setTimeout(() => {
      this.#isDue = false;
      this.#look();
    }, PAUSE_MS);
  }

  async #look() {
    try {
      this.#show((await api.crowd()).people);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  #show(people) {
    if (people.length && !this.#dots.size) this.onFirst();
    this.element.hidden = !people.length;
    if (people.length !== this.#dots.size) this.#seat(people);
    for (const person of people) this.#colour(person);
    const reached = people.filter(({ messages }) => messages).length;
    const away = people.filter(({ blocked }) => blocked).length;
    this.count.textContent = `${reached} dari ${people.length} menerima pesan`;
    this.field.setAttribute("aria-label", `${reached} dari ${people.length} orang menerima pesan, ${away} memblokir bot`);
  }

  #seat(people) {
    this.#dots = new Map(people.map(({ id, name }) => [id, el("span", { class: "dot", title: name })]));
    this.field.replaceChildren(...this.#dots.values());
  }

  #colour({ id, messages, blocked }) {
    const dot = this.#dots.get(id);
    dot?.classList.toggle("is-reached", messages > 0);
    dot?.classList.toggle("is-blocking", blocked);
  }
}

function legend() {
  const entry = (kind, words) => el("li", {}, el("span", { class: `dot ${kind}`, "aria-hidden": "true" }), words);
  return el("ul", { class: "crowd-legend" }, entry("", "belum"), entry("is-reached", "menerima"), entry("is-blocking", "memblokir bot"));
}
