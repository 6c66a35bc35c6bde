/** The server's event stream, reopened with growing pauses when it breaks. */

const PAUSES_S = [1, 2, 4, 8, 15];

/** Listens for good: onEvent(event), onUp() after each (re)connection, onDown(seconds until the next try). */
export function openStream({ onEvent, onUp, onDown }) {
  let failures = 0;
  let timer = 0;
  let source = null;

  function connect() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource("/api/stream");
    source.onopen = () => {
      failures = 0;
      onUp();
    };
    source.onmessage = (message) => onEvent(JSON.parse(message.data));
    source.onerror = retryLater;
  }

  function retryLater() {
    source.close();
    const pause = PAUSES_S[Math.min(failures, PAUSES_S.length - 1)];
    failures += 1;
    timer = setTimeout(connect, pause * 1000);
    onDown(pause);
  }

  addEventListener("online", connect);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => event.persisted && connect());
  connect();
  return { retryNow: connect };
}
