/** The foot of a phone: the composer, or what stands in its place; and the welcome before the first message. */

import { el } from "./dom.js";

/** {element, update}: MULAI before the start, "Buka blokir" while blocked, a word when the account is gone. */
export function phoneFoot({ composer, onStart, onUnblock }) {
  const start = el("button", { type: "button", class: "foot-button", onclick: onStart }, "MULAI");
  const unblock = el("div", { class: "foot-note" }, el("p", {}, "Bot ini diblokir. Pesannya tidak sampai."), el("button", { type: "button", class: "foot-button is-danger", onclick: onUnblock }, "Buka blokir"));
  const gone = el("p", { class: "foot-note" }, "Akun ini sudah dihapus.");
  const element = el("div", { class: "foot" });
  let shown = null;
  return {
    element,
    update(person) {
      const next = person.deactivated ? gone : person.blocked ? unblock : person.started ? composer.element : start;
      if (next === shown) return;
      const hadFocus = element.contains(document.activeElement);
      shown = next;
      element.replaceChildren(next);
      if (!hadFocus) return;
      if (next === composer.element) composer.focus();
      else next.querySelector("button")?.focus({ preventScroll: true });
    },
  };
}

/** What a person sees before the first message: who this bot is. */
export function welcome() {
  const name = el("p", { class: "welcome-name" });
  const about = el("p", { class: "welcome-about" });
  const element = el("div", { class: "welcome" }, el("img", { src: "/static/mark.svg", alt: "", width: "64", height: "64" }), name, about);
  return {
    element,
    update(person, bot) {
      element.hidden = person.started;
      name.textContent = bot.name || bot.username || "Bot";
      about.textContent = bot.description || bot.short_description || "Tekan MULAI untuk menyapa bot ini.";
    },
  };
}
