import { byId, element, short } from "./dom.js";
import { events } from "./events.js";
import { session } from "./session.js";
import { tokens } from "./tokens.js";

const list = byId("sessions");

let showing;

function hint(text) {
  list.replaceChildren(element("li", { class: "hint" }, text));
}

/** Who asks while somebody is about to look gets the same. */
function show() {
  showing ??= new Promise((done) => setTimeout(done, 50)).then(read);
  return showing;
}

async function read() {
  showing = undefined;
  const answer = await session.fetch("api/sessions");
  if (!answer.ok) {
    hint("Log in to see them.");
    return;
  }
  const handles = await answer.json();
  list.replaceChildren(...handles.map(entry));
}

function entry(handle) {
  const mine = handle === tokens.handle;
  const revoke = element("button", { type: "button", class: "small", "aria-label": `Revoke ${short(handle)}` }, "Revoke");
  revoke.addEventListener("click", async () => {
    await session.fetch(`api/sessions/${handle}`, { method: "DELETE" });
    await show();
  });
  return element(
    "li",
    { "data-handle": handle },
    element("code", { title: handle }, `${short(handle)}…`),
    mine ? element("span", { class: "pill alive" }, "this browser") : "",
    revoke,
  );
}

byId("list").addEventListener("click", show);
byId("another").addEventListener("click", async () => {
  await session.fetch("api/sessions", { method: "POST" });
  await show();
});

/** Not with an expired token: that would refresh, and this list must not disturb a scene. */
events.addEventListener("any", ({ detail: { type, handle, userId } }) => {
  const changed = type === "Created" || (type === "Revoked" && handle !== tokens.handle);
  if (changed && `${userId}` === tokens.user && session.id !== undefined && tokens.left > 1000) {
    show();
  }
});
const invite = () => hint("Press “Show” to see them.");
session.addEventListener("login", invite);
session.addEventListener("logout", () => hint("Log in to see them."));
if (session.id !== undefined) {
  invite(); // another tab has logged in
}
