/** A button that opens a list of actions, with the keys a menu is expected to have. */

import { el, freshId, icon } from "./dom.js";

/** {button, element}: items() gives [{icon, label, run}] anew at each opening. */
export function actionMenu(button, items, placement) {
  const id = freshId("menu");
  const list = el("div", { class: `action-menu ${placement}`, role: "menu", id, hidden: true });
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");

  function open() {
    list.replaceChildren(...items().map(({ icon: shape, label, run }) =>
      el("button", { type: "button", role: "menuitem", tabindex: "-1", onclick: () => { close(true); run(); } }, icon(shape), label)));
    list.hidden = false;
    list.setAttribute("aria-label", button.getAttribute("aria-label"));
    button.setAttribute("aria-expanded", "true");
    list.firstChild.focus({ preventScroll: true });
    document.addEventListener("pointerdown", onOutside, true);
  }

  function close(withFocus) {
    if (list.hidden) return;
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", onOutside, true);
    if (withFocus) button.focus({ preventScroll: true });
  }

  function onOutside(event) {
    if (!list.contains(event.target) && !button.contains(event.target)) close(false);
  }

  function onKey(event) {
    const all = [...list.children];
    const at = all.indexOf(document.activeElement);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    if (event.key === "Escape") close(true);
    else if (event.key === "Tab") close(false);
    else if (event.key in steps) all.at(steps[event.key] % all.length).focus();
    else return;
    if (event.key !== "Tab") event.preventDefault();
  }

  button.addEventListener("click", () => (list.hidden ? open() : close(true)));
  list.addEventListener("keydown", onKey);
  return el("div", { class: "menu-anchor" }, button, list);
}
