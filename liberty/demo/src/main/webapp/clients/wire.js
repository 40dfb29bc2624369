// What goes over the wire. It must be loaded before a library, which takes the fetch it finds.
import { byId, element, prepend, time } from "../theatre/dom.js";
import { verdict } from "../theatre/verdict.js";

const headers = [
  "anti-csrf",
  "authorization",
  "fdi-version",
  "front-token",
  "id-refresh-token",
  "rid",
  "st-access-token",
  "st-auth-mode",
  "st-refresh-token",
  "supertokens-sdk-name",
];
const original = window.fetch;

/** As fetch, but nobody sees it. */
export const behindTheScenes = (path, options) => original.call(window, path, options);

const names = (arrow, present) => {
  const found = headers.filter((name) => present.has(name));
  return found.length ? [element("span", { class: "names" }, `${arrow} ${found.join(", ")}`)] : [];
};

/** The same once more, right after, only counts. */
function note(kind, what, ...more) {
  const list = byId("wire");
  const key = [what, ...more].map(({ textContent }) => textContent).join();
  const newest = list.firstElementChild;
  if (newest?.dataset.key === key) {
    newest.dataset.times = Number(newest.dataset.times) + 1;
    newest.querySelector(".times").textContent = `× ${newest.dataset.times}`;
    return;
  }
  what.append(element("span", { class: "times" }));
  prepend(
    list,
    element("li", { class: kind, "data-key": key, "data-times": 1 }, element("time", {}, time()), what, ...more),
  );
}

window.fetch = async (input, init) => {
  const request = new Request(input, init);
  const answer = await behindTheScenes(request);
  const path = new URL(request.url).pathname;
  const { kind, text } = verdict({ status: answer.status, refresh: path.endsWith("/refresh") });
  note(
    kind,
    element("span", { class: "what" }, `${request.method} ${path.replace(/.*\/api\//, "")}`),
    // to some of these libraries 401 says "refresh", to others "log in"
    element("b", {}, answer.status === 401 ? "401" : text),
    ...names("→", request.headers),
    ...names("←", answer.headers),
  );
  return answer;
};

byId("clear").addEventListener("click", () => byId("wire").replaceChildren());
