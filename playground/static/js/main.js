/** The page's composition root: state -> clock, trouble, people, phones; the stream says when to look again. */

import { api, ApiError } from "./api.js";
import { Clock } from "./clock.js";
import { connectionBanner } from "./connection.js";
import { Crowd, CROWD } from "./crowd.js";
import { el, icon } from "./dom.js";
import { addDialog, Switcher } from "./people.js";
import { Phone } from "./phone.js";
import { openStream } from "./stream.js";
import { Trouble } from "./trouble.js";

const byId = (id) => document.getElementById(id);
const row = byId("phones");
const phones = new Map();
let bot = { username: "", name: "", short_description: "", description: "" };

const dialog = addDialog(async (person) => {
  await loadState();
  pick(person.id);
  phones.get(person.id)?.element.querySelector(".foot-button")?.focus();
});
const clock = new Clock(byId("clock"), loadAll);
const trouble = new Trouble(byId("trouble"), loadAll);
const switcher = new Switcher(byId("switcher"), pick, dialog.open);
const addPhone = el("button", { type: "button", class: "add-phone", "aria-label": "Tambah ponsel", onclick: dialog.open }, icon("plus"), el("span", {}, "Tambah ponsel"));
const crowd = new Crowd(() => switcher.addTab(CROWD, "Warga lain"));
row.replaceChildren(addPhone, crowd.element);

const arena = { bot: () => bot, now: () => clock.now(), onUnread: (id, count) => switcher.setUnread(id, count) };

/** Shows this phone where only one fits, and brings it into view where several do. */
function pick(id) {
  switcher.choose(id);
  crowd.element.classList.toggle("is-picked", id === CROWD);
  for (const [each, phone] of phones) phone.element.classList.toggle("is-picked", each === id);
  phones.get(id)?.element.scrollIntoView({ block: "nearest", inline: "nearest" });
  phones.get(id)?.refresh();
}

async function loadState() {
  const state = await api.state();
  bot = state.bot;
  byId("service-name").textContent = bot.name || "Arena coba";
  document.title = bot.name ? `${bot.name} · Arena coba` : "Arena coba";
  clock.set(state.clock);
  trouble.set(state.trouble);
  trouble.setPeople(state.people);
  switcher.setPeople(state.people);
  unseat(state.people);
  state.people.forEach(seat);
  crowd.hear();
  if (!row.querySelector(".is-picked") && state.people.length) pick(state.people[0].id);
}

/** Gives the person a phone, or tells the phone what changed. */
function seat(person) {
  const known = phones.get(person.id);
  if (known) {
    known.update(person);
    return;
  }
  const phone = new Phone(person, arena);
  phones.set(person.id, phone);
  row.insertBefore(phone.element, addPhone);
  phone.tick();
  phone.refresh();
}

/** The server may have begun anew, without the people added since. */
function unseat(people) {
  const ids = new Set(people.map(({ id }) => id));
  for (const [id, phone] of phones) {
    if (ids.has(id)) continue;
    phone.element.remove();
    phones.delete(id);
  }
}

async function loadAll() {
  await loadState();
  await Promise.all([...phones.values()].map((phone) => phone.refresh()));
}

/** What happens in a chat concerns its phone, or the crowd; anything else the whole page. */
function hear({ type, person }) {
  if (type !== "chat") loadStateSoon();
  else if (phones.has(person)) phones.get(person).hear();
  else crowd.hear();
}

let isStateDue = false;

/** Many events at once lead to one look at the state. */
function loadStateSoon() {
  if (isStateDue) return;
  isStateDue = true;
  setTimeout(() => {
    isStateDue = false;
    quietly(loadState);
  }, 40);
}

/** The connection banner already tells when the server is away. */
function quietly(load) {
  load().catch((error) => {
    if (!(error instanceof ApiError)) throw error;
  });
}

const banner = connectionBanner(byId("connection"), () => stream.retryNow());
const stream = openStream({
  onUp: () => {
    banner.hide();
    quietly(() => loadAll().then(() => { document.body.dataset.ready = "true"; }));
  },
  onDown: banner.show,
  onEvent: hear,
});

setInterval(() => {
  clock.show();
  trouble.show();
  for (const phone of phones.values()) phone.tick();
}, 1000);
