/** The two kinds of buttons a bot sends: under a message (inline) and instead of the phone's keyboard (reply). */

import { el, icon } from "./dom.js";
import { link } from "./entities.js";
import { startCode } from "./links.js";

/** Buttons under a message; isPending(data) tells which taps still wait for their answer. */
export function inlineKeyboard(rows, { botUsername, isPending, onTap, onStart }) {
  const make = (button) => {
    if (button.url) return urlButton(button, botUsername, onStart);
    return tapButton(button, isPending(button.callback_data), onTap);
  };
  return el("div", { class: "inline-keyboard" }, rows.map((row) => el("div", { class: "key-row" }, row.map(make))));
}

function tapButton({ text, callback_data: data }, isPending, onTap) {
  const key = el("button", { type: "button", class: "key", "data-callback": data }, el("span", { class: "key-text" }, text));
  setPending(key, isPending);
  key.addEventListener("click", () => {
    setPending(key, true);
    onTap(data);
  });
  return key;
}

function setPending(key, isPending) {
  key.classList.toggle("is-pending", isPending);
  if (isPending) key.setAttribute("aria-busy", "true");
  else key.removeAttribute("aria-busy");
}

/** Ends the loading look of every button within `root`. */
export function settle(root) {
  for (const key of root.querySelectorAll(".key.is-pending")) setPending(key, false);
}

function urlButton({ text, url }, botUsername, onStart) {
  const code = startCode(url, botUsername);
  const face = [el("span", { class: "key-text" }, text), el("span", { class: "key-mark" }, icon("away"))];
  if (code !== null) return el("button", { type: "button", class: "key", onclick: () => onStart(code) }, face[0]);
  return link(url, [...face, el("span", { class: "unseen" }, " (tab baru)")], { class: "key" });
}

/** The reply keyboard's keys; onPress(button) gets Telegram's KeyboardButton. */
export function replyKeyboard({ keyboard }, onPress) {
  const make = (button) => {
    const shaped = typeof button === "string" ? { text: button } : button;
    return el("button", { type: "button", class: "reply-key", onclick: () => onPress(shaped) }, shaped.text);
  };
  return keyboard.map((row) => el("div", { class: "key-row" }, row.map(make)));
}
