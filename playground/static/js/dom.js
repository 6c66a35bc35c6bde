/** Builds elements and icons: the only way this page makes DOM, so no text is ever parsed as HTML. */

const SVG = "http://www.w3.org/2000/svg";

/** el("p", {class: "x", onclick: f}, "text", node): null and false children are left out. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") node.addEventListener(name.slice(2), value);
  else node.setAttribute(name, value === true ? "" : value);
}

const SHAPES = {
  attach: "M20 11.5 12.2 19.3a5 5 0 0 1-7.1-7.1l8.2-8.2a3.3 3.3 0 0 1 4.7 4.7l-8.1 8.1a1.7 1.7 0 0 1-2.4-2.4l7.3-7.3",
  away: "M7.5 16.5l9-9M9 7.5h7.5V15",
  block: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M6.2 6.2l11.6 11.6",
  check: "M5 12.5l4.6 4.6L19 7.5",
  checks: "M1.5 12.5l4.6 4.6L15.5 7.5M11.8 16.2l.9.9L22.5 7.5",
  contact: "M12 12a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6M4.8 20c.6-3.6 3.5-5.3 7.2-5.3s6.6 1.7 7.2 5.3",
  document: "M7 3.5h7l4.5 4.5v12.5H7zM13.5 3.5v5h5M10 13h5.5M10 16.5h5.5",
  down: "M12 5v13M6 12.5l6 6 6-6",
  download: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  keyboard: "M3.5 6.5h17v11h-17zM7 10h.01M10.3 10h.01M13.7 10h.01M17 10h.01M8 14h8",
  location: "M12 21s6.5-5.8 6.5-11a6.5 6.5 0 1 0-13 0c0 5.2 6.5 11 6.5 11M12 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6",
  lock: "M7 11h10v8.5H7zM9 11V8a3 3 0 0 1 6 0v3",
  menu: "M4.5 7h15M4.5 12h15M4.5 17h9",
  more: "M12 6h.01M12 12h.01M12 18h.01",
  pause: "M9 6v12M15 6v12",
  photo: "M4 6.5h16v12H4zM4.5 17l4.8-4.8 3.2 3.2 2.7-2.7 4.3 4.3M15.5 10h.01",
  play: "M8.5 5.5v13l10-6.5z",
  plus: "M12 5v14M5 12h14",
  qr: "M4.5 4.5h5.5v5.5H4.5zM14 4.5h5.5v5.5H14zM4.5 14h5.5v5.5H4.5zM14 14h2v2h-2zM19.5 14v.01M17.5 19.5h2v-2M14 19.5v.01",
  send: "M4.5 12 20 4.8l-4.8 15-3.6-6.4zM11.6 13.4 20 4.8",
  sticker: "M12 3.8a8.2 8.2 0 1 0 8.2 8.2M12 3.8c4.5 0 8.2 3.7 8.2 8.2-4.5 0-8.2-3.7-8.2-8.2M8.8 10.2h.01M8.3 14.3c1.7 1.8 4.2 2 6 .8",
  trouble: "M12 4 21 19.5H3zM12 10v4.5M12 17.2v.01",
  voice: "M12 14.5a3 3 0 0 0 3-3V7a3 3 0 1 0-6 0v4.5a3 3 0 0 0 3 3M6 11.5a6 6 0 0 0 12 0M12 17.5v3",
};

/** A decorative line icon; the control around it carries the name. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/** A button that shows an icon only and says its name to everyone else. */
export function iconButton(name, label, onclick, props = {}) {
  return el("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...props }, icon(name));
}

let lastId = 0;

/** An id no other element has. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** Says something to screen readers, once, without showing it. */
export function announce(text) {
  document.getElementById("announce").textContent = text;
}

/** Whether focusing a text field is welcome: a touch screen would raise its keyboard over the chat. */
export const hasFinePointer = () => matchMedia("(pointer: fine)").matches;
