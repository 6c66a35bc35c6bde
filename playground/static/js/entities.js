/** Formatted text: DOM built from Telegram's entities, whose offsets are JavaScript's own (UTF-16). */

import { el } from "./dom.js";
import { safeUrl } from "./links.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", blockquote: "blockquote", expandable_blockquote: "blockquote" };
const AUTOMATIC = /(https?:\/\/[^\s<>]+[^\s<>.,;:!?)\]'"”])|(?<![\w/])(\/[a-z][a-z0-9_]{0,31})\b(?!\/)/gi;
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const LITERAL = new Set(["code", "pre", "text_link", "url", "email", "phone_number", "bot_command"]);

/** A fragment showing `text`; onCommand(command) is called when a /command in it is chosen. */
export function formatted(text, entities = [], onCommand = () => {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...pieces(text, 0, text.length, sorted, { onCommand, literal: false }));
  return fragment;
}

function pieces(text, from, to, entities, context) {
  const nodes = [];
  let at = from;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (end <= start) continue;
    nodes.push(...plain(text.slice(at, start), context));
    const inner = entities.slice(index + 1).filter((other) => other.offset < end);
    const literal = context.literal || LITERAL.has(entity.type);
    nodes.push(wrap(entity, text.slice(start, end), pieces(text, start, end, inner, { ...context, literal }), context));
    at = BLOCKS.has(entity.type) && text[end] === "\n" ? end + 1 : end; // a block ends its own line
  }
  nodes.push(...plain(text.slice(at, to), context));
  return nodes;
}

function wrap(entity, raw, children, { onCommand }) {
  switch (entity.type) {
    case "pre": return el("pre", {}, el("code", {}, children));
    case "spoiler": return spoiler(children);
    case "text_link": return link(entity.url, children);
    case "url": return link(raw, children);
    case "email": return link(`mailto:${raw}`, children);
    case "phone_number": return link(`tel:${raw.replace(/[^+\d]/g, "")}`, children);
    case "bot_command": return command(raw, onCommand);
    default: return el(TAGS[entity.type] ?? "span", { class: entity.type }, children);
  }
}

/** Telegram finds addresses and /commands by itself in text that carries no entity for them; so does this. */
function plain(text, { literal, onCommand }) {
  if (literal || !text) return text ? [text] : [];
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(AUTOMATIC)) {
    nodes.push(text.slice(at, match.index), match[1] ? link(match[1], [match[1]]) : command(match[2], onCommand));
    at = match.index + match[0].length;
  }
  nodes.push(text.slice(at));
  return nodes;
}

/** A link to elsewhere; the phone catches those that lead to its own bot. */
export function link(address, children, props = {}) {
  const href = safeUrl(address ?? "");
  return href ? el("a", { href, target: "_blank", rel: "noopener noreferrer", ...props }, children) : el("span", {}, children);
}

function command(text, onCommand) {
  return el("button", { type: "button", class: "text-link", onclick: () => onCommand(text) }, text);
}

function spoiler(children) {
  const hidden = el("button", { type: "button", class: "spoiler", "aria-label": "Tampilkan teks tersembunyi" }, el("span", { "aria-hidden": "true" }, children));
  hidden.addEventListener("click", () => hidden.replaceWith(el("span", {}, ...hidden.firstChild.childNodes)));
  return hidden;
}
