/** Addresses found in messages: which are safe to open, and which are this bot's own deep links. */

const SAFE = new Set(["http:", "https:", "tel:", "mailto:", "tg:"]);

function parse(text) {
  try {
    return new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  } catch {
    return null;
  }
}

/** The address to open, or null when it is none or its scheme may run code. */
export function safeUrl(text) {
  const url = parse(text);
  return url && SAFE.has(url.protocol) ? url.href : null;
}

/** The start code ("" when it has none) of a link to this bot; null for every other address. */
export function startCode(text, username) {
  const url = parse(text);
  if (!url || !username) return null;
  const isTme = ["t.me", "telegram.me"].includes(url.hostname) && /^https?:$/.test(url.protocol);
  const name = isTme ? url.pathname.slice(1) : url.protocol === "tg:" && url.href.startsWith("tg://resolve") ? url.searchParams.get("domain") : null;
  return name?.toLowerCase() === username.toLowerCase() ? (url.searchParams.get("start") ?? "") : null;
}

/** What a person typed or pasted into the link field, reduced to its code. */
export function typedCode(text, username) {
  const typed = text.trim();
  return startCode(typed, username) ?? typed.replace(/^\/start\s+/, "");
}
