/** The people of the arena: the tabs that switch phones on a narrow page, and the dialog that adds one. */

import { api, ApiError } from "./api.js";
import { announce, el, freshId, icon } from "./dom.js";
import { internationalPhone } from "./phone_numbers.js";

/** The row of names; onPick(id) shows that phone. */
export class Switcher {
  #buttons = new Map();

  constructor(nav, onPick, onAdd) {
    this.nav = nav;
    this.onPick = onPick;
    this.add = el("button", { type: "button", class: "tab tab-add", "aria-label": "Tambah ponsel", onclick: onAdd }, icon("plus"));
    nav.append(this.add);
  }

  setPeople(people) {
    const ids = new Set(people.map(({ id }) => id));
    for (const [id, { button }] of this.#buttons) {
      if (ids.has(id) || typeof id === "string") continue;
      button.remove();
      this.#buttons.delete(id);
    }
    for (const person of people) if (!this.#buttons.has(person.id)) this.addTab(person.id, person.first_name, person.role);
  }

  choose(id) {
    for (const [each, { button }] of this.#buttons) {
      if (each === id) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  setUnread(id, count) {
    const badge = this.#buttons.get(id)?.badge;
    badge?.replaceChildren(...(count ? [String(count), el("span", { class: "unseen" }, " pesan baru")] : []));
  }

  /** A person's tab, or (with a word for an id) that of something else in the row. */
  addTab(id, name, role) {
    const badge = el("span", { class: "badge" });
    const button = el("button", { type: "button", class: "tab", onclick: () => this.onPick(id) }, el("span", { class: "tab-words" }, name, role && el("span", { class: "tab-role" }, role)), badge);
    this.#buttons.set(id, { button, badge });
    this.nav.insertBefore(button, this.add);
  }
}

function field(label, control, hint) {
  control.id = freshId("field");
  return el("div", { class: "form-row" }, el("label", { for: control.id }, label), control, hint && el("p", { class: "hint" }, hint));
}

/** A dialog asking for name, number and language; onAdded(person) after the server took it. */
export function addDialog(onAdded) {
  const name = el("input", { class: "field", name: "name", required: true, maxlength: "64", autocomplete: "off" });
  const phone = el("input", { class: "field", name: "phone", type: "tel", inputmode: "tel", pattern: "[+]?[0-9 \\-]{8,18}", placeholder: "0812 3456 7890", autocomplete: "off" });
  const language = el("select", { class: "field", name: "language" }, el("option", { value: "id" }, "Indonesia"), el("option", { value: "en" }, "Inggris"));
  const problem = el("p", { class: "problem", role: "alert" });
  const title = el("h2", { id: freshId("title") }, "Tambah ponsel");
  const form = el("form", { class: "form", method: "dialog" }, title,
    field("Nama", name), field("Nomor HP", phone, "Boleh kosong."), field("Bahasa", language), problem,
    el("div", { class: "sheet-buttons" }, el("button", { type: "button", class: "button", onclick: () => dialog.close() }, "Batal"), el("button", { type: "submit", class: "button is-main" }, "Tambah")));
  const dialog = el("dialog", { class: "dialog", "aria-labelledby": title.id }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const person = await api.addPerson(details(name.value, phone.value, language.value));
      dialog.close();
      form.reset();
      announce(`Ponsel ${person.first_name} ditambahkan.`);
      onAdded(person);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      problem.textContent = error.message;
    }
  });
  document.body.append(dialog);
  return { open: () => { problem.textContent = ""; dialog.showModal(); } };
}

function details(name, phone, language) {
  const number = internationalPhone(phone);
  return { first_name: name.trim(), language_code: language, ...(number ? { phone: number } : {}) };
}
