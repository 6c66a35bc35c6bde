/** The bot's commands: all of them from the "Menu" button, the matching ones while "/" is typed. */

import { el, freshId } from "./dom.js";

export class CommandList {
  #shown = [];
  #at = 0;

  /** Serves `input`; onChoose("/command") is called for the chosen one. */
  constructor(input, onChoose) {
    this.input = input;
    this.onChoose = onChoose;
    this.commands = [];
    this.element = el("div", { class: "commands", role: "listbox", id: freshId("commands"), "aria-label": "Perintah bot", hidden: true });
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.element.id);
    input.addEventListener("input", () => this.filter());
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** Shows those that begin with what is typed, or nothing. */
  filter() {
    const typed = /^\/(\w*)$/.exec(this.input.value)?.[1].toLowerCase();
    if (typed === undefined) this.close();
    else this.open(this.commands.filter(({ command }) => command.startsWith(typed)));
  }

  open(commands = this.commands) {
    this.#shown = commands;
    this.element.hidden = commands.length === 0;
    this.element.replaceChildren(...commands.map((entry) => this.#option(entry)));
    this.#highlight(Math.max(0, commands.findIndex(({ command }) => `/${command}` === this.input.value)));
  }

  close() {
    this.element.hidden = true;
    this.input.removeAttribute("aria-activedescendant");
  }

  /** Takes a key typed in the input; true when it was meant for the list. */
  takesKey(key) {
    if (!this.isOpen) return false;
    if (key === "ArrowDown") this.#highlight(this.#at + 1);
    else if (key === "ArrowUp") this.#highlight(this.#at - 1);
    else if (key === "Enter") this.#choose(this.#shown[this.#at]);
    else if (key === "Escape") this.close();
    else return false;
    return true;
  }

  #option(entry) {
    const option = el("div", { role: "option", id: freshId("command"), class: "command", "aria-selected": "false" }, el("span", { class: "command-name" }, `/${entry.command}`), el("span", { class: "command-note" }, entry.description));
    option.addEventListener("pointerdown", (event) => event.preventDefault());
    option.addEventListener("click", () => this.#choose(entry));
    return option;
  }

  #choose({ command }) {
    this.close();
    this.onChoose(`/${command}`);
  }

  #highlight(index) {
    const options = [...this.element.children];
    if (!options.length) return;
    this.#at = (index + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.#at)));
    options[this.#at].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", options[this.#at].id);
  }
}
