import { stage } from "./stage.js";
import { settings } from "./session.js";

let id;
let newest;
let copied;

async function post(path) {
  const answer = await fetch(path, { method: "POST" });
  if (!answer.ok) {
    throw new Error(await answer.text());
  }
  return answer.json();
}

/** He acts through the demo's server, as from a browser of his own. */
export const thief = {
  async copy() {
    const loot = await post(`${settings.refreshPath}/copy`);
    id = loot.thief;
    newest = copied = loot.generation;
    stage.note(`the thief gets a copy of token ${copied}`, "copy");
    return loot;
  },

  get hasLoot() {
    return id !== undefined;
  },

  /** Whether he was accepted. */
  async refresh() {
    return told(`refresh with token ${newest}`, await post(`api/thief/${id}/refresh`));
  },

  /** With the copied token once more; whether he was accepted. */
  async poll() {
    return told(`refresh with token ${copied}`, await post(`api/thief/${id}/poll`));
  },

  async read() {
    const { outcome, userId } = await post(`api/thief/${id}/read`);
    const accepted = outcome === "accepted";
    stage.line("thief", "GET me", accepted ? `200 ${userId}` : refused(outcome), accepted ? "fooled" : "bad");
    return accepted;
  },
};

function told(request, { outcome, generation }) {
  const accepted = outcome === "accepted";
  if (accepted) {
    newest = generation;
  }
  stage.line("thief", request, accepted ? `200 token ${generation}` : refused(outcome), accepted ? "fooled" : "bad");
  return accepted;
}

/** What he is answered: of a detected theft no more than of any other end. */
const refused = (outcome) =>
  ({
    "theft detected": "401 log in",
    unauthorised: "401 log in",
    "try refresh token": "440 try refresh",
  })[outcome] ?? outcome;
