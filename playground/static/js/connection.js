/** The banner that tells when the server is away and counts down to the next try. */

import { el } from "./dom.js";

/** show(seconds) and hide(); retryNow() is called by its button. */
export function connectionBanner(root, retryNow) {
  const wait = el("span", { "aria-hidden": "true" });
  const retry = el("button", { type: "button", class: "button", onclick: retryNow }, "Coba sekarang");
  const banner = el("div", { class: "connection" }, el("span", {}, "Sambungan ke arena terputus. "), wait, retry);
  let timer = 0;
  return {
    show(seconds) {
      clearInterval(timer);
      let left = seconds;
      const count = () => {
        wait.textContent = left > 0 ? `Mencoba lagi dalam ${left} detik.` : "Menyambung…";
        left -= 1;
      };
      count();
      timer = setInterval(count, 1000);
      if (!banner.isConnected) root.append(banner);
    },
    hide() {
      clearInterval(timer);
      banner.remove();
    },
  };
}
