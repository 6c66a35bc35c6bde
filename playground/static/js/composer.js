/** Where a person writes: text, commands, attachments, the bot's reply keyboard. */

import { CommandList } from "./commands.js";
import { el, freshId, hasFinePointer, icon, iconButton } from "./dom.js";
import { replyKeyboard } from "./keyboards.js";
import { actionMenu } from "./menu.js";
import { ask } from "./sheet.js";

const SERANG = { latitude: -6.1169, longitude: 106.1539 };
const MAX_LINES_PX = 120;

export class Composer {
  #replyKey = "";

  /** `screen` is where questions are laid over; send(message) resolves to whether the server took it. */
  constructor(screen, send) {
    this.screen = screen;
    this.send = send;
    this.input = el("textarea", { class: "composer-input", rows: "1", "aria-label": "Tulis pesan", placeholder: "Tulis pesan", enterkeyhint: "send", maxlength: "4096", autocomplete: "off" });
    this.commands = new CommandList(this.input, (command) => this.#sendText(command));
    this.keys = el("div", { class: "reply-keyboard", id: freshId("keys"), role: "group", "aria-label": "Tombol balasan", hidden: true });
    this.keysToggle = iconButton("keyboard", "Tombol balasan", () => this.#showKeys(this.keys.hidden), { "aria-controls": this.keys.id, hidden: true });
    this.menu = el("button", { type: "button", class: "menu-pill", hidden: true, onclick: () => this.#toggleMenu() }, icon("menu"), "Menu");
    this.form = this.#layOut();
    this.element = el("div", { class: "composer-frame" }, this.commands.element, this.form, this.keys);
    this.input.addEventListener("keydown", (event) => this.#onKey(event));
    this.input.addEventListener("input", () => this.#fit());
  }

  /** Follows what the server says about this chat. */
  update({ commands, reply_keyboard: markup }) {
    this.commands.commands = commands ?? [];
    this.#fit();
    const key = JSON.stringify(markup ?? null);
    if (key === this.#replyKey) return;
    this.#replyKey = key;
    this.markup = markup;
    this.input.placeholder = markup?.input_field_placeholder || "Tulis pesan";
    this.keys.replaceChildren(...(markup ? replyKeyboard(markup, (button) => this.#press(button)) : []));
    this.keysToggle.hidden = !markup;
    this.#showKeys(Boolean(markup));
  }

  focus() {
    if (hasFinePointer()) this.input.focus({ preventScroll: true });
  }

  #layOut() {
    const attach = actionMenu(iconButton("attach", "Lampirkan"), () => this.#attachments(), "opens-up");
    const sendButton = el("button", { type: "submit", class: "icon-button send", "aria-label": "Kirim", title: "Kirim" }, icon("send"));
    const form = el("form", { class: "composer" }, this.menu, el("div", { class: "composer-box" }, this.input, this.keysToggle, attach), sendButton);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#sendText(this.input.value);
    });
    return form;
  }

  #attachments() {
    return [
      { icon: "photo", label: "Foto", run: () => this.send({ photo: true }) },
      { icon: "voice", label: "Pesan suara", run: () => this.send({ voice: true, duration: 4 }) },
      { icon: "sticker", label: "Stiker", run: () => this.send({ sticker: true }) },
      { icon: "location", label: "Lokasi", run: () => this.send({ location: SERANG }) },
      { icon: "document", label: "Dokumen", run: () => this.send({ document: { file_name: "ktp.pdf" } }) },
      { icon: "contact", label: "Kontak saya", run: () => this.#shareContact() },
    ];
  }

  #onKey(event) {
    if (event.isComposing) return;
    if (this.commands.takesKey(event.key)) event.preventDefault();
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.form.requestSubmit();
    }
  }

  async #sendText(typed) {
    const text = typed.trim();
    if (!text) return;
    this.commands.close();
    this.input.value = "";
    this.#fit();
    const wasTaken = await this.send({ text });
    if (!wasTaken && !this.input.value) this.input.value = typed;
    this.#fit();
  }

  async #press(button) {
    const wasSent = await this.#answer(button);
    if (wasSent && this.markup?.one_time_keyboard) this.#showKeys(false);
  }

  #answer({ text, request_contact: wantsContact, request_location: wantsPlace }) {
    if (wantsContact) return this.#shareContact();
    if (wantsPlace) return this.#shareIfAllowed("Bagikan lokasi?", "Bot akan menerima lokasi Anda saat ini.", { location: SERANG });
    return this.send({ text });
  }

  #shareContact() {
    return this.#shareIfAllowed("Bagikan nomor?", "Bot akan menerima nama dan nomor HP Anda.", { contact: "own" });
  }

  async #shareIfAllowed(title, text, message) {
    return (await ask(this.screen, { title, text, ok: "Bagikan", cancel: "Batal" })) && this.send(message);
  }

  #toggleMenu() {
    if (this.commands.isOpen) this.commands.close();
    else {
      this.commands.open();
      this.input.focus({ preventScroll: true });
    }
  }

  #showKeys(isShown) {
    this.keys.hidden = !isShown;
    this.keysToggle.setAttribute("aria-expanded", String(isShown));
  }

  /** The field grows with its text; the menu button gives way while there is some. */
  #fit() {
    this.menu.hidden = this.commands.commands.length === 0 || this.input.value !== "";
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, MAX_LINES_PX)}px`;
  }
}
