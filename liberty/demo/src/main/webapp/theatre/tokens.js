import { byId, element, seconds, short } from "./dom.js";
import { session, settings } from "./session.js";
import { wire } from "./wire.js";

/** The tokens of this browser, as the server reads them. */
export const tokens = {
  generation: undefined,
  claims: undefined,
  /** The last session that was here, also after its end. */
  handle: undefined,
  user: undefined,
  expiresAt: 0, // by performance.now()
  /** How long the access token lives, in milliseconds. */
  get left() {
    return Math.max(0, this.expiresAt - performance.now());
  },
};

let looking;

/** Looks at the tokens; who asks while somebody is about to look gets the same answer. */
export function look() {
  looking ??= new Promise((done) => setTimeout(done, 30)).then(read);
  return looking;
}

async function read() {
  looking = undefined;
  const answer = await fetch(`${settings.refreshPath}/tokens`);
  const { now, accessToken, refreshToken } = JSON.parse(await answer.text(), exactly);
  tokens.generation = refreshToken?.generation;
  tokens.expiresAt = accessToken ? performance.now() + accessToken.exp_ms - now : 0;
  if (accessToken) {
    tokens.claims = accessToken;
    tokens.handle = accessToken.sid;
    tokens.user = accessToken.sub;
  }
  show();
  return tokens;
}

/** JavaScript would change large numbers, and 1.10. */
function exactly(key, value, context) {
  const changed = typeof value === "number" && context?.source !== `${value}`;
  return changed && JSON.rawJSON ? JSON.rawJSON(context.source) : value;
}

function show() {
  const there = session.id !== undefined;
  byId("login").hidden = there;
  byId("tokens").hidden = byId("leave").hidden = !there;
  const state = there ? `Logged in as ${tokens.user ?? "…"}` : "No session";
  if (byId("state").textContent !== state) {
    byId("state").textContent = state; // announced, so only if it is another one
  }
  byId("state").classList.toggle("alive", there);
  if (there) {
    showTokens(tokens.claims ?? {});
  }
  tick();
}

function showTokens(claims) {
  byId("generation").textContent = tokens.generation === undefined ? "–" : `token ${tokens.generation}`;
  byId("id-token").textContent = `${short(session.id)}…`;
  byId("raw-claims").textContent = JSON.stringify(claims, undefined, 2);
  const facts = [
    ["user", claims.sub, `${claims.sub}`],
    ["session", claims.sid, short(claims.sid)],
    ["roles", claims.groups, claims.groups?.join(", ")],
    ["payload", JSON.stringify(claims.pl), JSON.stringify(claims.pl)],
  ];
  byId("claims").replaceChildren(
    ...facts
      .filter(([, value]) => value !== undefined)
      .map(([name, value, text]) =>
        element("div", {}, element("dt", {}, name), element("dd", { title: `${value}` }, text)),
      ),
  );
}

function tick() {
  const { left } = tokens;
  const bar = byId("access-bar");
  bar.value = Math.min(1, left / settings.validity);
  bar.classList.toggle("low", left < settings.validity / 4);
  byId("access-left").textContent =
    left > 0 ? `expires in ${Math.ceil(left / 1000)} s` : "expired: the next call refreshes";
  byId("tokens").classList.toggle("expired", left === 0);
}

wire.addEventListener("exchange", look);
session.addEventListener("change", look);
setInterval(tick, 200);
document.querySelectorAll("[data-setting]").forEach((place) => {
  place.textContent = seconds(settings[place.dataset.setting]);
});
