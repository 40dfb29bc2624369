import { owner } from "./owner.js";
import { settings, session } from "./session.js";
import { stage } from "./stage.js";
import { thief } from "./thief.js";
import { loseNextRefresh, wire } from "./wire.js";

const buttons = (kind) => [...document.querySelectorAll(`[data-${kind}]`)];
const button = (kind, what) => document.querySelector(`[data-${kind}="${what}"]`);
let polling;

const actions = {
  owner: {
    call: () => owner.call(),
    refresh: () => owner.refresh(),
    expire: () => owner.expire(),
    lose: () => loseNextRefresh(button("owner", "lose").getAttribute("aria-pressed") !== "true"),
  },
  thief: {
    copy: () => thief.copy(),
    refresh: () => thief.refresh(),
    read: () => thief.read(),
    poll: () => (polling ? stop() : poll()),
  },
};

for (const [kind, all] of Object.entries(actions)) {
  for (const one of buttons(kind)) {
    one.addEventListener("click", async () => {
      try {
        await all[one.dataset[kind]]();
      } catch (failure) {
        stage.note(failure.message);
      }
      buttons("thief").forEach((each) => {
        each.disabled = each.dataset.thief !== "copy" && !thief.hasLoot;
      });
    });
  }
}

function poll() {
  button("thief", "poll").setAttribute("aria-pressed", "true");
  const once = async () => {
    if (!(await thief.poll())) {
      stop();
    }
  };
  polling = setInterval(once, settings.leeway / 2 + 50);
  return once();
}

function stop() {
  button("thief", "poll").setAttribute("aria-pressed", "false");
  clearInterval(polling);
  polling = undefined;
}

wire.addEventListener("loss", ({ detail }) => button("owner", "lose").setAttribute("aria-pressed", detail));
session.addEventListener("login", () => stop());
