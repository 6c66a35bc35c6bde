/** The server's verbs; each answers with JSON or throws an ApiError whose message may be shown. */

export class ApiError extends Error {}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      cache: "no-store",
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new ApiError("Server arena tidak menjawab.");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(answer.description ?? answer.error ?? answer.detail ?? `Server arena menolak (${response.status}).`);
  return answer;
}

const person = (id) => `/api/people/${encodeURIComponent(id)}`;

export const api = {
  state: () => call("GET", "/api/state"),
  /** Looking reads the chat, as on a real phone, unless one only peeks. */
  chat: (id, isPeek) => call("GET", `${person(id)}/chat${isPeek ? "?peek=1" : ""}`),
  crowd: () => call("GET", "/api/crowd"),
  addPerson: (details) => call("POST", "/api/people", details),
  open: (id, start) => call("POST", `${person(id)}/open`, start ? { start } : {}),
  send: (id, message) => call("POST", `${person(id)}/messages`, message),
  tap: (id, messageId, data) => call("POST", `${person(id)}/tap`, { message_id: messageId, data }),
  setBlocked: (id, blocked) => call("POST", `${person(id)}/${blocked ? "block" : "unblock"}`, {}),
  advance: (step) => call("POST", "/api/clock", step),
  trouble: (what) => call("POST", "/api/trouble", what),
};
