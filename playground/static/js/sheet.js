/** What a phone lays over its chat: a question, an alert, a short notice. */

import { el, freshId } from "./dom.js";

const NOTICE_MS = 4500;

/** Asks within `screen`; resolves to true (ok) or false. Without `cancel` it is an alert with one button. */
export function ask(screen, { title, text, ok, cancel }) {
  const before = document.activeElement;
  const [titleId, textId] = [freshId("title"), freshId("text")];
  return new Promise((resolve) => {
    const others = [...screen.children].filter((child) => !child.inert);
    const close = (answer) => {
      veil.remove();
      for (const other of others) other.inert = false;
      if (before?.isConnected) before.focus({ preventScroll: true });
      resolve(answer);
    };
    const okButton = el("button", { type: "button", class: "button is-main", onclick: () => close(true) }, ok);
    const sheet = el("div", { class: "sheet", role: "alertdialog", "aria-modal": "true", "aria-labelledby": title ? titleId : textId, "aria-describedby": textId },
      title && el("h3", { id: titleId }, title),
      el("p", { id: textId }, text),
      el("div", { class: "sheet-buttons" }, cancel && el("button", { type: "button", class: "button", onclick: () => close(false) }, cancel), okButton));
    const veil = el("div", { class: "veil" }, sheet);
    veil.addEventListener("keydown", (event) => event.key === "Escape" && close(false));
    for (const other of others) other.inert = true;
    screen.append(veil);
    okButton.focus({ preventScroll: true });
  });
}

/** A place for short notices; show(text) replaces the one before. */
export function noticeBoard() {
  const element = el("div", { class: "notices", role: "status" });
  let timer = 0;
  const show = (text, isError = false) => {
    clearTimeout(timer);
    element.replaceChildren(el("p", { class: `notice${isError ? " is-error" : ""}` }, text));
    timer = setTimeout(() => element.replaceChildren(), NOTICE_MS);
  };
  return { element, show };
}
