import { login } from "./login.js";
import { session } from "./session.js";
import { stage } from "./stage.js";
import { look, tokens } from "./tokens.js";
import { verdict, wire } from "./wire.js";

// What the page does with its session is seen on the stage, whoever began it; but not the lists.
wire.addEventListener("exchange", ({ detail }) => {
  if (detail.path.startsWith("api/sessions")) {
    return;
  }
  const { kind, text } = verdict(detail);
  const before = tokens.generation;
  const request = detail.refresh
    ? `refresh with token ${before ?? "?"}`
    : `${detail.method} ${detail.path.replace("api/", "")}`;
  const amend = stage.line("owner", request, text, kind);
  if (detail.refresh && detail.status === 200) {
    look().then(() => amend(`200 token ${tokens.generation}`));
  }
});

export const owner = {
  /** Logs in, if nobody is. */
  async ready() {
    if (session.id === undefined && !(await login())) {
      throw new Error("log in first");
    }
    await look();
  },

  async call(method = "GET", path = "api/me") {
    const answer = await session.fetch(path, { method });
    await look();
    return answer.status;
  },

  async refresh() {
    const alive = await session.refresh();
    await look();
    return alive;
  },

  /** As if the access token had expired. */
  async expire() {
    await fetch("api/expire", { method: "POST" });
    await look();
  },
};
