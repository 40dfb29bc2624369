import { symbolon } from "./symbolon.js";

const settings = await (await fetch("api/public")).json();
const session = symbolon(settings);

const loginForm = document.getElementById("login");
const log = document.getElementById("log");

loginForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const request = loginRequest(new FormData(loginForm));
  if (request.error) {
    show("POST api/login", [request.error], undefined, "bad");
  } else {
    call("POST", "api/login", request.body);
  }
});

document.querySelectorAll("[data-call]").forEach((button) => {
  const [method, path] = button.dataset.call.split(" ");
  button.addEventListener("click", () =>
    call(method, path, "body" in button.dataset ? document.getElementById("json").value : undefined),
  );
});

document.getElementById("refresh").addEventListener("click", async () => {
  const wire = [];
  const what = `POST ${settings.refreshPath.slice(1)}`;
  try {
    const renewed = await traced(wire, () => session.refresh());
    show(what, wire, undefined, renewed ? "good" : "bad");
  } catch (failure) {
    show(what, [...wire, failure.message], undefined, "bad");
  }
});

document.getElementById("clear").addEventListener("click", () => log.replaceChildren());

async function call(method, path, body) {
  const wire = [];
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  try {
    const answer = await traced(wire, () => session.fetch(path, { method, headers, body }));
    wire.push(answer.status);
    show(`${method} ${path}`, wire, await answer.text(), colour(answer.status));
  } catch (failure) {
    show(`${method} ${path}`, [...wire, failure.message], undefined, "bad");
  }
}

/** Lets `wire` know what the session does on the way. */
async function traced(wire, action) {
  const note = (event) => wire.push(`refresh ${event.detail}`);
  session.addEventListener("refresh", note);
  try {
    return await action();
  } finally {
    session.removeEventListener("refresh", note);
  }
}

/** The text of the body: put together by hand, since JavaScript would change large numbers. */
function loginRequest(fields) {
  const user = fields.get("user").trim();
  const members = [`"user": ${fields.get("kind") === "number" ? user : JSON.stringify(user)}`];
  const roles = fields.get("roles").split(",").map((role) => role.trim()).filter(Boolean);
  let payload = fields.get("payload").trim();
  if (roles.length > 0) {
    const groups = `"groups": ${JSON.stringify(roles)}`;
    if (payload !== "" && !payload.endsWith("}")) {
      return { error: "with roles the payload must be a JSON object, or empty" };
    }
    const others = payload.slice(1, -1).trim();
    payload = `{${others === "" ? groups : `${others}, ${groups}`}}`;
  }
  const info = fields.get("info").trim();
  if (payload !== "") {
    members.push(`"payload": ${payload}`);
  }
  if (info !== "") {
    members.push(`"info": ${info}`);
  }
  return { body: `{${members.join(", ")}}` };
}

function colour(status) {
  return status < 300 ? "good" : status < 500 && status !== 400 ? "warn" : "bad";
}

/** One entry: what was called, what happened on the wire, what came back. */
function show(what, wire, text, kind) {
  const entry = document.createElement("li");
  const line = element("div", "call");
  line.append(
    element("time", "", new Date().toLocaleTimeString()),
    element("span", "", what),
    element("span", `wire ${kind}`, explained(wire)),
  );
  entry.append(line);
  if (text) {
    entry.append(element("pre", "", text));
  }
  log.prepend(entry);
  showState();
}

/** [440, "refresh 200", 200] as "440 → refresh 200 → repeated 200". */
function explained(wire) {
  return wire
    .map((step, index) => (index > 0 && typeof step === "number" ? `repeated ${step}` : step))
    .join(" → ");
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function showState() {
  const mark = session.id;
  const state = document.getElementById("state");
  state.textContent = mark ? `Session, cookie sIdRefreshToken ${mark.slice(0, 8)}…` : "No session";
  state.className = mark ? "alive" : "";
}

showState();
setInterval(showState, 1000); // another tab may log in or out
