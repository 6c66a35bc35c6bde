/** The scrolling list of messages: keeps what is unchanged, follows the newest, counts what is below. */

import { el, icon } from "./dom.js";
import { settle } from "./keyboards.js";
import { messageElement } from "./message.js";
import { dayKey, dayName } from "./times.js";

const NEAR_PX = 64;

export class MessageLog {
  #shown = new Map();
  #seenId = 0;
  #isFollowing = true;

  /** onUnread(count) is told whenever the number of unseen messages changes. */
  constructor(label, language, onUnread) {
    this.onUnread = onUnread;
    this.list = el("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": label, tabindex: "0", lang: language });
    this.jump = el("button", { type: "button", class: "jump", hidden: true, onclick: () => this.follow(true) });
    this.element = el("div", { class: "log-frame" }, this.list, this.jump);
    this.list.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    this.list.addEventListener("load", () => this.#isFollowing && this.#toEnd(), { capture: true });
    new ResizeObserver(() => this.#isFollowing && this.follow()).observe(this.list);
  }

  /** Shows exactly these messages; the ones that did not change keep their elements and their focus. */
  sync(messages, now, context) {
    const isFirst = this.#shown.size === 0;
    if (isFirst) this.list.setAttribute("aria-busy", "true");
    const focus = this.#rememberFocus();
    this.#place(this.#wanted(messages, now, context));
    this.messages = messages;
    this.#seenId = Math.min(this.#seenId, messages.at(-1)?.message_id ?? 0); // ids start anew with a new arena
    focus();
    if (this.#isFollowing) this.follow();
    this.#count();
    if (isFirst) requestAnimationFrame(() => this.list.removeAttribute("aria-busy"));
  }

  /** Scrolls to the newest message and stays there. */
  follow(smoothly = false) {
    this.#isFollowing = true;
    this.#toEnd(smoothly);
    this.#count();
  }

  /** Ends the loading look of all buttons. */
  settle() {
    settle(this.list);
  }

  #wanted(messages, now, context) {
    const lastBot = messages.findLast((message) => message.from === "bot")?.message_id ?? 0;
    const wanted = [];
    let day = "";
    for (const message of messages) {
      const date = new Date(message.date * 1000);
      if (dayKey(date) !== day) {
        day = dayKey(date);
        const name = dayName(date, now);
        wanted.push({ id: `day-${day}`, key: name, make: () => el("div", { class: "day" }, el("span", {}, name)) });
      }
      const wasRead = message.message_id < lastBot;
      const key = JSON.stringify([message, message.from === "person" && wasRead]);
      wanted.push({ id: `m-${message.message_id}`, key, make: () => messageElement(message, { ...context, wasRead }) });
    }
    return wanted;
  }

  #place(wanted) {
    const ids = new Set(wanted.map(({ id }) => id));
    for (const [id, { node }] of this.#shown) if (!ids.has(id)) node.remove();
    const kept = new Map();
    let cursor = this.list.firstChild;
    for (const { id, key, make } of wanted) {
      const old = this.#shown.get(id);
      const node = old?.key === key ? old.node : make();
      if (old && old.node !== node) {
        old.node.replaceWith(node);
        if (cursor === old.node) cursor = node;
      }
      if (node === cursor) cursor = cursor.nextSibling;
      else this.list.insertBefore(node, cursor);
      kept.set(id, { key, node });
    }
    this.#shown = kept;
  }

  /** When the message holding the focus is drawn anew, its same button (or the log) gets the focus back. */
  #rememberFocus() {
    const focused = document.activeElement;
    const id = focused?.closest?.(".message")?.dataset.messageId;
    if (!id || !this.list.contains(focused)) return () => {};
    const index = [...focused.closest(".message").querySelectorAll("button, a")].indexOf(focused);
    return () => {
      if (document.activeElement === focused) return;
      const again = this.list.querySelector(`[data-message-id="${id}"]`)?.querySelectorAll("button, a")[index];
      (again ?? this.list).focus({ preventScroll: true });
    };
  }

  #onScroll() {
    this.#isFollowing = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_PX;
    this.#count();
  }

  #toEnd(smoothly = false) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.list.scrollTo({ top: this.list.scrollHeight, behavior: smoothly && !calm ? "smooth" : "instant" });
  }

  #count() {
    const isVisible = this.list.offsetParent !== null;
    const newest = this.messages?.at(-1)?.message_id ?? 0;
    if (isVisible && this.#isFollowing) this.#seenId = Math.max(this.#seenId, newest);
    const unread = (this.messages ?? []).filter((message) => message.from === "bot" && message.message_id > this.#seenId).length;
    this.jump.hidden = this.#isFollowing;
    this.jump.replaceChildren(icon("down"), unread ? el("span", { class: "badge" }, String(unread)) : "");
    this.jump.setAttribute("aria-label", unread ? `${unread} pesan baru, gulir ke bawah` : "Gulir ke pesan terakhir");
    this.onUnread(unread);
  }
}
