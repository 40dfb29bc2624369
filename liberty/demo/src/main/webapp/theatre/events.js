import { byId, element, prepend, short, time } from "./dom.js";
import { tokens } from "./tokens.js";

/** Every event of the server once more, as an event of its type; "any" for all. */
export const events = new EventTarget();

const names = {
  Created: ["Logged in", "good"],
  Refreshed: ["Refreshed", "calm"],
  Promoted: ["New token used", "calm"],
  HonestRepeat: ["Honest repeat", "warn"],
  TheftDetected: ["Theft detected", "bad"],
  Revoked: ["Session ended", "bad"],
  Expired: ["Expired", "warn"],
};

const source = new EventSource("api/events");
source.addEventListener("open", () => connected(true));
source.addEventListener("error", () => connected(false));
source.addEventListener("message", ({ data }) => {
  const detail = JSON.parse(data);
  show(detail);
  events.dispatchEvent(new CustomEvent("any", { detail }));
  events.dispatchEvent(new CustomEvent(detail.type, { detail }));
});

function connected(now) {
  byId("feed").textContent = now ? "live" : "connecting";
  byId("feed").classList.toggle("alive", now);
}

function show({ type, handle, userId, at }) {
  const [name, kind] = names[type] ?? [type, "calm"];
  const mine = handle === tokens.handle;
  prepend(
    byId("events"),
    element(
      "li",
      { class: `${kind}${mine ? " mine" : ""}`, "data-event": type },
      element("time", {}, time(at)),
      element("b", {}, name),
      element("span", { class: "who", title: handle }, `${userId} · ${short(handle)}`),
    ),
  );
  if (type === "Revoked" && byId("ticker").dataset.theft === handle) {
    return; // the theft is the news
  }
  const ticker = byId("ticker");
  ticker.dataset.theft = type === "TheftDetected" ? handle : "";
  ticker.hidden = false;
  ticker.className = `ticker ${kind}`;
  ticker.textContent = `Server: ${name.toLowerCase()} · ${userId}`;
}
