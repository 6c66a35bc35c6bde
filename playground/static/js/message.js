/** One bubble: who, what, when, and the buttons under it. */

import { el, icon } from "./dom.js";
import { formatted } from "./entities.js";
import { inlineKeyboard } from "./keyboards.js";
import { media } from "./media.js";
import { fullDay, hour } from "./times.js";

/** An article for `message`; `context` carries the names, whether the bot has read it, and what its buttons do. */
export function messageElement(message, context) {
  const isBot = message.from === "bot";
  const parts = [el("span", { class: "unseen" }, `${isBot ? context.botName : context.personName}: `), quote(message.reply_to_message), ...media(message)];
  const bare = message.sticker && !message.text;
  const text = el("div", { class: "text" }, message.text ? formatted(message.text, message.entities ?? [], context.onCommand) : null, meta(message, context));
  const bubble = el("div", { class: `bubble${bare ? " is-bare" : ""}${message.text ? "" : " no-text"}` }, parts, text);
  const keys = message.inline_keyboard?.length
    ? inlineKeyboard(message.inline_keyboard, { ...context, isPending: (data) => context.isPending(message.message_id, data), onTap: (data) => context.onTap(message.message_id, data) })
    : null;
  const side = isBot ? "from-bot" : "from-person";
  return el("article", { class: `message ${side}${message.protect_content ? " is-protected" : ""}`, "data-message-id": String(message.message_id) }, bubble, keys);
}

function quote(original) {
  const text = original?.text ?? original?.caption;
  return text ? el("div", { class: "quote" }, text.split("\n")[0]) : null;
}

function meta(message, { wasRead }) {
  const sent = new Date(message.date * 1000);
  const time = el("time", { datetime: sent.toISOString(), title: fullDay(sent) }, hour(sent));
  return el("span", { class: "meta" },
    message.protect_content && el("span", { class: "mark", title: "Dilindungi: tidak dapat diteruskan" }, icon("lock"), el("span", { class: "unseen" }, "dilindungi ")),
    message.edit_date && el("span", {}, "diedit "),
    " ",
    time,
    " ",
    message.from === "person" && ticks(wasRead));
}

function ticks(wasRead) {
  return el("span", { class: `ticks${wasRead ? " is-read" : ""}` }, icon(wasRead ? "checks" : "check"), el("span", { class: "unseen" }, wasRead ? "dibaca" : "terkirim"));
}
