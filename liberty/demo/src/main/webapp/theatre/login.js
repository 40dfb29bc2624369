import { byId } from "./dom.js";
import { session } from "./session.js";
import { look } from "./tokens.js";

const form = byId("login");

/** Logs in as the form says; whether there is a session now. */
export async function login() {
  const request = body(new FormData(form));
  const error = request.error ?? (await send(request.body));
  byId("login-error").textContent = error ?? "";
  await look();
  return error === undefined;
}

async function send(body) {
  const headers = { "Content-Type": "application/json" };
  const answer = await session.fetch("api/login", { method: "POST", headers, body });
  return answer.ok ? undefined : `${answer.status}: ${await answer.text()}`;
}

/** The text of the body: put together by hand, since JavaScript would change large numbers. */
function body(fields) {
  const user = fields.get("user").trim();
  const members = [`"user": ${fields.get("kind") === "number" ? user : JSON.stringify(user)}`];
  const roles = fields.get("roles").split(",").map((role) => role.trim()).filter(Boolean);
  let payload = fields.get("payload").trim();
  if (roles.length > 0) {
    const groups = `"groups": ${JSON.stringify(roles)}`;
    if (payload !== "" && !payload.endsWith("}")) {
      return { error: "With roles the payload must be a JSON object, or empty." };
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

form.addEventListener("submit", (event) => {
  event.preventDefault();
  login();
});

byId("logout").addEventListener("click", () => session.fetch("api/logout", { method: "POST" }));
byId("logout-all").addEventListener("click", () => session.fetch("api/logout-all", { method: "POST" }));
