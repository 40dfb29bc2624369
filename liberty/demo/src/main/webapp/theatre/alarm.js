import { byId, element } from "./dom.js";
import { events } from "./events.js";
import { session } from "./session.js";
import { stage } from "./stage.js";
import { tokens } from "./tokens.js";

const place = byId("alarm");

export function silence() {
  place.hidden = true;
  place.replaceChildren();
}

events.addEventListener("TheftDetected", ({ detail }) => {
  if (detail.handle !== tokens.handle) {
    return;
  }
  // a moment later, so that it stands behind the request that gave it away
  setTimeout(() => stage.note("the server detects the theft and ends the session", "theft"), 200);
  place.replaceChildren(
    element("h3", {}, "Theft detected: the session is ended for both"),
    element("p", { id: "alarm-state" }, ""),
    element(
      "figure",
      {},
      element("figcaption", {}, `What ${detail.userId} is told`),
      element(
        "blockquote",
        {},
        "Somebody else used a copy of your login. We have ended it, here and wherever the copy is. Please log in again, and look through your devices.",
      ),
    ),
    element("p", { class: "hint" }, "What your application writes for that:"),
    element(
      "pre",
      {},
      "void warn(@Observes SessionEvent.TheftDetected theft) {\n  mail.warn(theft.userId());\n}",
    ),
  );
  place.hidden = false;
  place.scrollIntoView({ block: "nearest" });
  tell();
});

/** An access token that was used stays good until it expires: the one who holds it is not out yet. */
function tell() {
  const state = place.querySelector("#alarm-state");
  if (state) {
    const out = session.id === undefined;
    place.dataset.out = out;
    state.textContent = out
      ? "Your browser has no token any more, and the thief cannot refresh. If he has an access token, it ends within seconds."
      : "Neither of you can refresh any more. Your access token is good until it expires; then you are out.";
  }
}

session.addEventListener("logout", tell);
session.addEventListener("login", silence);
