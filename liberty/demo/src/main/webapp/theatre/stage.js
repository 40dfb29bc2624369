import { byId, element } from "./dom.js";

const list = byId("stage");
let last;

export const stage = { clear, line, note, verdict };

function clear() {
  list.replaceChildren();
  last = undefined;
}

function add(entry) {
  list.append(entry);
  entry.scrollIntoView({ block: "nearest" });
  last = undefined;
  return entry;
}

/**
 * Somebody asks the server, and it answers. The same once more only counts.
 *
 * @param side "owner" or "thief"
 * @returns a function that changes the answer, when more is known of it
 */
function line(side, request, answer, kind) {
  const key = [side, request, answer, kind].join("|");
  if (last?.key === key) {
    last.count.textContent = `× ${++last.times}`;
    return last.amend;
  }
  const chip = element("span", { class: `chip ${kind}` }, answer);
  const count = element("span", { class: "times" });
  const who = element("span", { class: "sr" }, side === "owner" ? "You: " : "Thief: ");
  const entry = element(
    "li",
    { class: `line ${side}`, "data-kind": kind },
    element("span", { class: "request" }, who, request, count),
    element("span", { class: "arrow", "aria-hidden": "true" }),
    chip,
  );
  add(entry);
  const amend = (text) => (chip.textContent = text);
  last = { key, times: 1, count, amend };
  return amend;
}

/** Something that is said across the stage; `copy` for what goes from you to the thief. */
function note(text, className = "") {
  return add(element("li", { class: `note ${className}` }, element("span", {}, text)));
}

/** The moral. */
function verdict(kind, title, text) {
  add(element("li", { class: `verdict ${kind}`, "data-verdict": kind }, element("b", {}, title), ` ${text}`));
}
