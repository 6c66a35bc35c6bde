/** The top of a phone: who holds it, the status line, the chat's header. */

import { el, freshId, icon, iconButton } from "./dom.js";
import { typedCode } from "./links.js";
import { actionMenu } from "./menu.js";
import { readablePhone } from "./phone_numbers.js";
import { hour } from "./times.js";

const avatar = () => el("img", { class: "avatar", src: "/static/mark.svg", alt: "", width: "38", height: "38" });

/** {actor, bar, update, setTyping}: the line above the frame and the bar within it. */
export function phoneHead({ onOpen, onBlock, username }) {
  let person = null;
  const name = el("h2", { class: "actor-name" });
  const note = el("p", { class: "actor-note" });
  const title = el("p", { class: "bot-name" });
  const status = el("p", { class: "bot-status" });
  const door = linkDoor(onOpen, username);
  const items = () => [
    { icon: "qr", label: "Buka lewat tautan/QR", run: () => door.open() },
    person.blocked
      ? { icon: "block", label: "Buka blokir bot", run: () => onBlock(false) }
      : { icon: "block", label: "Blokir bot", run: () => onBlock(true) },
  ];
  const more = iconButton("more", "Tindakan lain");
  let isTyping = false;

  function showStatus() {
    const state = person.deactivated ? "akun dihapus" : person.blocked ? "diblokir" : isTyping ? "mengetik" : "bot";
    status.className = `bot-status is-${state.replace(" ", "-")}`;
    status.replaceChildren(state, state === "mengetik" ? el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")) : "");
  }

  return {
    actor: el("header", { class: "actor" }, el("div", { class: "actor-words" }, name, note), door.toggle, door.panel),
    bar: el("div", { class: "chat-bar" }, avatar(), el("div", { class: "bot-words" }, title, status), actionMenu(more, items, "opens-down")),
    update(next, bot) {
      person = next;
      name.textContent = [person.first_name, person.last_name].filter(Boolean).join(" ");
      note.textContent = [person.role, person.phone && readablePhone(person.phone)].filter(Boolean).join(" · ");
      title.textContent = bot.name || bot.username || "Bot";
      showStatus();
    },
    setTyping(next) {
      isTyping = next;
      showStatus();
    },
  };
}

/** The field that stands for a scanned QR or a link someone sent. */
function linkDoor(onOpen, username) {
  const input = el("input", { id: freshId("code"), class: "field", type: "text", placeholder: "pasar-rau", autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
  const form = el("form", { class: "door-form" }, input, el("button", { type: "submit", class: "button is-main" }, "Buka"));
  const panel = el("div", { class: "door", id: freshId("door"), hidden: true }, el("label", { for: input.id }, "Kode tautan/QR"), form);
  const toggle = el("button", { type: "button", class: "door-toggle", "aria-expanded": "false", "aria-controls": panel.id, "aria-label": "Buka lewat tautan/QR", title: "Buka lewat tautan/QR" }, icon("qr"), el("span", {}, "Tautan/QR"));
  const show = (isShown) => {
    panel.hidden = !isShown;
    toggle.setAttribute("aria-expanded", String(isShown));
    if (isShown) input.focus();
  };
  toggle.addEventListener("click", () => show(panel.hidden));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(false);
    toggle.focus();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await onOpen(typedCode(input.value, username()))) show(false);
    input.value = "";
  });
  return { panel, toggle, open: () => show(true) };
}

/** The phone's own status line: the arena's hour, and decoration. */
export function phoneStatus() {
  const time = el("span", {});
  const element = el("div", { class: "status-line", "aria-hidden": "true" }, time, el("span", { class: "status-signs" }, el("i", { class: "sign-signal" }), el("i", { class: "sign-battery" })));
  return { element, setTime: (now) => { time.textContent = hour(now); } };
}
