import { behindTheScenes } from "./wire.js"; // first: see there
import { byId, element } from "../theatre/dom.js";

const json = async (path) => (await behindTheScenes(path)).json();
const cookies = () => document.cookie.split("; ").filter(Boolean).map((pair) => pair.split("=")[0]);

/** Starts the library, if the build has it, and makes the page work. */
export async function run({ bundle, mode, expired }) {
  const settings = { ...(await json("api/settings")), ...(await json("api/public")) };
  let start;
  try {
    ({ start } = await import(`../sdk/${bundle}.js`));
  } catch {
    byId("state").textContent = "not in this build";
    byId("missing").hidden = false;
    return;
  }
  const base = settings.refreshPath.replace(/\/session\/refresh$/, "");
  const sdk = start({ api: location.origin, base, by: "fetch", mode, expired: expired(settings) });
  byId("house").hidden = false;

  /** A call of the application, and then a look at what it left. */
  async function call(path, options) {
    const answer = await sdk.call(`${base}/${path}`, options);
    await look();
    return answer;
  }

  async function look() {
    const there = await sdk.exists();
    const { accessToken, refreshToken } = await json("api/session/refresh/tokens");
    byId("state").textContent = there ? "Session" : "No session";
    byId("state").classList.toggle("alive", there);
    byId("login").hidden = there;
    byId("logout").hidden = !there;
    const unseen = [accessToken && "sAccessToken", refreshToken && "sRefreshToken"].filter(Boolean);
    const kept = {
      "cookies that scripts cannot read": unseen,
      "cookies that they can": cookies(),
      "local storage": Object.keys(localStorage).filter((key) => !key.startsWith("browser-tabs-lock")),
    };
    byId("kept").replaceChildren(
      ...Object.entries(kept).map(([title, names]) =>
        element("div", {}, element("dt", {}, title), element("dd", {}, names.join(", ") || "none")),
      ),
    );
  }

  const show = (title, text) =>
    byId("answer").replaceChildren(element("p", {}, title), element("pre", {}, text || "(no content)"));

  byId("login").addEventListener("submit", async (event) => {
    event.preventDefault();
    const user = new FormData(event.target).get("user");
    const { status, text } = await call("login", { method: "POST", body: JSON.stringify({ user }) });
    show(`POST login ${status}`, text);
  });
  byId("logout").addEventListener("click", async () => {
    const { status, text } = await call("logout", { method: "POST" });
    show(`POST logout ${status}`, text);
  });
  byId("call").addEventListener("click", async () => {
    const { status, text } = await call("me");
    show(`GET me ${status}`, text);
  });
  byId("many").addEventListener("click", async () => {
    const calls = Array.from({ length: 20 }, () => sdk.call(`${base}/me`));
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    await look();
    const times = (one) => statuses.filter((status) => status === one).length;
    show("20 × GET me", [...new Set(statuses)].map((one) => `${times(one)} × ${one}`).join(", "));
  });
  byId("expire").addEventListener("click", async () => {
    await behindTheScenes("api/expire", { method: "POST" });
    document.cookie = "st-access-token=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT";
    show("The access token is gone.", "The next call will be refused, and refreshed for.");
  });

  await look();
}
