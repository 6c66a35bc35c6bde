/** One person's phone: a frame with the chat between this person and the bot. */

import { api, ApiError } from "./api.js";
import { Composer } from "./composer.js";
import { el } from "./dom.js";
import { startCode } from "./links.js";
import { MessageLog } from "./log.js";
import { phoneHead, phoneStatus } from "./phone_head.js";
import { phoneFoot, welcome } from "./phone_foot.js";
import { ask, noticeBoard } from "./sheet.js";

const TAP_PATIENCE_MS = 5000;
const PASSING_MS = 1500;

export class Phone {
  #pending = new Map();
  #isLoading = false;
  #isStale = false;
  #wasToldOfChange = false;
  #lastChat = "";
  #lastToast = "";

  /** `arena` gives bot(), now() and onUnread(id, count). */
  constructor(person, arena) {
    this.person = person;
    this.arena = arena;
    this.notices = noticeBoard();
    this.log = new MessageLog(`Percakapan ${person.first_name} dengan bot`, person.language_code ?? "id", (count) => arena.onUnread(person.id, count));
    this.head = phoneHead({ onOpen: (code) => this.open(code), onBlock: (blocked) => this.setBlocked(blocked), username: () => arena.bot().username });
    this.status = phoneStatus();
    this.screen = el("div", { class: "screen" }, this.status.element, this.head.bar);
    this.composer = new Composer(this.screen, (message) => this.send(message));
    this.welcome = welcome();
    this.foot = phoneFoot({ composer: this.composer, onStart: () => this.open(), onUnblock: () => this.setBlocked(false) });
    this.screen.append(el("div", { class: "chat" }, this.log.element, this.welcome.element, this.notices.element), this.foot.element);
    this.screen.addEventListener("click", (event) => this.#catchOwnLinks(event));
    this.element = el("section", { class: "phone", "data-person": String(person.id), "aria-label": `Ponsel ${person.first_name}` }, this.head.actor, el("div", { class: "phone-frame" }, this.screen));
    this.update(person);
  }

  /** Follows what the server says about the person and the bot. */
  update(person) {
    this.person = person;
    this.head.update(person, this.arena.bot());
    this.welcome.update(person, this.arena.bot());
    this.foot.update(person);
    this.element.classList.toggle("is-blocked", person.blocked);
    this.element.classList.toggle("is-fresh", !person.started);
  }

  /** The server says that something happened in this chat. */
  hear() {
    this.#wasToldOfChange = true;
    return this.refresh();
  }

  /** Fetches the chat; calls that come meanwhile are answered by one more fetch. */
  async refresh() {
    if (this.#isLoading) {
      this.#isStale = true;
      return;
    }
    this.#isLoading = true;
    try {
      do {
        this.#isStale = false;
        this.#show(await api.chat(this.person.id, !this.isVisible));
      } while (this.#isStale);
    } catch (error) {
      this.#complain(error);
    } finally {
      this.#isLoading = false;
    }
  }

  /** On a narrow page only the picked phone is. */
  get isVisible() {
    return this.screen.offsetParent !== null && !document.hidden;
  }

  tick() {
    this.status.setTime(this.arena.now());
  }

  send(message) {
    return this.#attempt(() => api.send(this.person.id, message));
  }

  async open(code) {
    const wasOpened = await this.#attempt(() => api.open(this.person.id, code));
    if (wasOpened) this.composer.focus();
    return wasOpened;
  }

  setBlocked(blocked) {
    return this.#attempt(() => api.setBlocked(this.person.id, blocked));
  }

  async #tap(messageId, data) {
    if (this.person.blocked) {
      this.notices.show("Bot diblokir. Buka blokirnya dahulu.", true);
      this.#settle();
      return;
    }
    const key = `${messageId} ${data}`;
    clearTimeout(this.#pending.get(key));
    this.#pending.set(key, setTimeout(() => this.#settle(), TAP_PATIENCE_MS));
    this.#lastToast = "";
    if (!(await this.#attempt(() => api.tap(this.person.id, messageId, data), false))) this.#settle();
  }

  /** Does what the person did; the newest message is followed, a refusal is shown. */
  async #attempt(act, follows = true) {
    try {
      await act();
    } catch (error) {
      this.#complain(error);
      return false;
    }
    if (follows) this.log.follow();
    this.refresh();
    return true;
  }

  #show(chat) {
    const { toast, typing, person, ...rest } = chat;
    const current = JSON.stringify(rest);
    if (current !== this.#lastChat || (this.#wasToldOfChange && !typing)) this.#settle();
    this.#wasToldOfChange = false;
    this.#lastChat = current;
    this.update(person);
    this.head.setTyping(typing);
    this.composer.update(chat);
    this.log.sync(chat.messages, this.arena.now(), this.#messageContext());
    this.#showToast(toast);
    if (typing || toast) this.#lookAgain();
  }

  /** Typing signs and toasts end by themselves, and no event says so. */
  #lookAgain() {
    clearTimeout(this.again);
    this.again = setTimeout(() => this.refresh(), PASSING_MS);
  }

  #messageContext() {
    return {
      botName: this.arena.bot().name,
      botUsername: this.arena.bot().username,
      personName: this.person.first_name,
      isPending: (messageId, data) => this.#pending.has(`${messageId} ${data}`),
      onTap: (messageId, data) => this.#tap(messageId, data),
      onStart: (code) => this.open(code),
      onCommand: (text) => this.send({ text }),
    };
  }

  #showToast(toast) {
    const key = toast ? JSON.stringify(toast) : "";
    if (toast?.text && key !== this.#lastToast) {
      this.#settle();
      if (toast.alert) ask(this.screen, { text: toast.text, ok: "OK" });
      else this.notices.show(toast.text);
    }
    this.#lastToast = key;
  }

  /** No tap waits any longer. */
  #settle() {
    for (const timer of this.#pending.values()) clearTimeout(timer);
    this.#pending.clear();
    this.log.settle();
  }

  #catchOwnLinks(event) {
    const anchor = event.target.closest("a[href]");
    const code = anchor ? startCode(anchor.href, this.arena.bot().username) : null;
    if (code === null) return;
    event.preventDefault();
    this.open(code);
  }

  #complain(error) {
    if (!(error instanceof ApiError)) throw error;
    this.notices.show(error.message, true);
  }
}
