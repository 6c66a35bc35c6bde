/** What a message may carry besides text: photo, voice, document, contact, location, sticker. */

import { el, icon } from "./dom.js";
import { readablePhone } from "./phone_numbers.js";
import { playTime } from "./times.js";

/** The elements for everything `message` carries, in reading order. */
export function media(message) {
  const parts = [];
  if (message.photo) parts.push(photo(message));
  if (message.sticker) parts.push(sticker(message.sticker));
  if (message.voice) parts.push(voice(message.voice));
  if (message.document) parts.push(fileCard(message.document));
  if (message.contact) parts.push(contact(message.contact));
  if (message.location) parts.push(place(message.location));
  return parts;
}

function photo({ photo: { url }, text, from }) {
  const alt = text ? `Foto: ${text.split("\n")[0]}` : from === "bot" ? "Foto dari bot" : "Foto";
  const image = el("img", { src: url, alt, class: "photo" });
  return el("a", { href: url, target: "_blank", rel: "noopener", class: "photo-link", "aria-label": `${alt} (buka ukuran penuh)` }, image);
}

function sticker({ url, emoji }) {
  if (url && !emoji) return el("img", { src: url, alt: "Stiker", class: "sticker" });
  return el("span", { class: "sticker", role: "img", "aria-label": `Stiker ${emoji ?? ""}`.trim() }, emoji || "🙂");
}

function voice({ url, duration }) {
  const audio = url ? el("audio", { src: url, preload: "none" }) : null;
  const time = el("span", { class: "voice-time" }, playTime(duration ?? 0));
  const bar = el("progress", { class: "voice-bar", max: "1", value: "0", "aria-hidden": "true" });
  const play = el("button", { type: "button", class: "voice-play", "aria-label": `Putar pesan suara, ${Math.round(duration ?? 0)} detik`, disabled: !audio }, icon("play"));
  if (audio) connectPlayer(audio, play, bar, time, duration ?? 0);
  return el("div", { class: "card voice" }, play, el("div", { class: "voice-words" }, el("span", { class: "card-note" }, "Pesan suara"), bar), time, audio);
}

function connectPlayer(audio, play, bar, time, duration) {
  const label = play.getAttribute("aria-label");
  const show = (isPlaying) => {
    play.replaceChildren(icon(isPlaying ? "pause" : "play"));
    play.setAttribute("aria-label", isPlaying ? "Jeda pesan suara" : label);
  };
  const fail = () => {
    time.textContent = "tak terputar";
    show(false);
  };
  play.addEventListener("click", () => (audio.paused ? audio.play().catch(fail) : audio.pause()));
  audio.addEventListener("play", () => show(true));
  audio.addEventListener("pause", () => show(false));
  audio.addEventListener("error", fail);
  audio.addEventListener("timeupdate", () => {
    const length = Number.isFinite(audio.duration) ? audio.duration : duration;
    bar.value = length ? Math.min(1, audio.currentTime / length) : 0;
  });
}

function fileCard({ url, file_name: name, mime_type: type, file_size: size }) {
  const note = [type?.split("/").pop()?.toUpperCase(), size ? fileSize(size) : null].filter(Boolean).join(" · ");
  const words = [el("span", { class: "card-title" }, name ?? "Dokumen"), el("span", { class: "card-note" }, note || "Dokumen")];
  const face = el("span", { class: "card-icon" }, icon(url ? "download" : "document"));
  if (!url) return el("div", { class: "card" }, face, el("span", { class: "card-words" }, words));
  return el("a", { class: "card", href: url, download: name ?? "", "aria-label": `Unduh ${name ?? "dokumen"}` }, face, el("span", { class: "card-words" }, words));
}

function fileSize(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} MB`;
}

function contact({ first_name: first, last_name: last, phone_number: phone }) {
  const name = [first, last].filter(Boolean).join(" ");
  const words = [el("span", { class: "card-title" }, name), el("span", { class: "card-note" }, readablePhone(phone))];
  return el("div", { class: "card" }, el("span", { class: "card-icon" }, icon("contact")), el("span", { class: "card-words" }, words));
}

function place({ latitude, longitude }) {
  const where = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  const map = el("span", { class: "map", "aria-hidden": "true" }, icon("location"));
  return el("div", { class: "place" }, map, el("span", { class: "card-note" }, el("span", { class: "unseen" }, "Lokasi: "), where));
}
