import { owner } from "./owner.js";
import { seconds } from "./dom.js";
import { settings } from "./session.js";
import { stage } from "./stage.js";
import { tenCallsEverywhere } from "./tabs.js";
import { thief } from "./thief.js";
import { tokens } from "./tokens.js";
import { loseNextRefresh } from "./wire.js";

const slot = settings.leeway / 2;
/** Requests further apart than one and a half leeways are never taken for one client's. */
const apart = 1.5 * settings.leeway + 500;

/**
 * Each scene: its name, what will happen and why, and the play. `wait` lets time pass on the stage,
 * or throws if the scene was left.
 */
export const scenes = [
  {
    id: "silent",
    title: "Silent refresh",
    text: `Access tokens live only ${seconds(settings.validity)} here. When yours has expired the server answers 440; the script refreshes, repeats the call, and nobody notices.`,
    async play({ wait }) {
      await owner.call();
      await wait(() => tokens.left, "until the access token expires", owner.expire);
      await owner.call();
      stage.verdict("good", "Nobody noticed.", "440, refresh, repeated: the page asked once and got its answer.");
    },
  },
  {
    id: "tabs",
    title: "Ten calls at once",
    text: "Every open tab makes ten calls with an expired access token, all in the same moment. One refresh serves them all, and nobody is taken for a thief.",
    secondTab: true,
    async play() {
      await owner.call();
      await owner.expire();
      const { tabs, calls, answers, refreshes, alarms } = await tenCallsEverywhere();
      stage.verdict(
        answers === calls && refreshes === 1 && alarms === 0 ? "good" : "bad",
        [many(tabs, "tab"), many(calls, "call"), many(refreshes, "refresh", "es"), `${many(alarms, "alarm")}.`].join(", "),
        tabs === 1 ? "Open a second tab to see two of them share." : `One tab refreshed for all; ${answers} calls were answered.`,
      );
    },
  },
  {
    id: "lost",
    title: "A lost answer",
    text: "The server handles your refresh, but its answer is lost on the way, so your browser still holds the old token. It may use it again: a token has its day until its successor was used.",
    async play({ wait }) {
      await owner.call();
      await owner.expire();
      loseNextRefresh();
      await owner.call();
      stage.note("the new tokens never arrived");
      await wait(1500, "the user tries again");
      const status = await owner.call();
      stage.verdict(status === 200 ? "good" : "bad", "Forgiven.", "The same token was refreshed twice, the session lives, and there is no alarm.");
    },
  },
  {
    id: "early",
    stolen: true,
    title: "The thief is first",
    text: "A thief refreshes a copy of your token before you do, and for now nobody can tell. When your browser comes with the same token, there are two branches: one of you is a thief, so the session ends for both.",
    async play({ wait }) {
      await owner.call();
      await thief.copy();
      await thief.refresh();
      await thief.read();
      await wait(apart, "you are away");
      await owner.refresh();
      await wait(500);
      await wait(1500, "the thief comes back");
      await thief.refresh();
    },
  },
  {
    id: "late",
    stolen: true,
    title: "The thief is late",
    text: "A thief copies your token, but you refresh first and go on. His copy has had its day: using it gives him away at once, and the session ends.",
    async play({ wait }) {
      await owner.call();
      await thief.copy();
      await owner.refresh();
      await owner.call();
      await wait(apart, "the thief takes his time");
      await thief.refresh();
      await wait(500);
      await wait(1500, "you come back");
      await owner.refresh();
    },
  },
  {
    id: "poll",
    stolen: true,
    title: "The thief polls",
    text: `A thief refreshes the copy every ${seconds(slot)}, to be there in the moment when you refresh. No honest browser needs one token in more than ${settings.repeatLimit} time slots of half a leeway, so he is counted out.`,
    async play({ wait }) {
      await owner.call();
      await thief.copy();
      for (let accepted = true, polls = 0; accepted && polls < settings.repeatLimit + 5; polls++) {
        accepted = await thief.poll();
        await wait(slot + 50);
      }
      await wait(1500, "you come back");
      await owner.refresh();
    },
  },
];

function many(count, what, ending = "s") {
  return `${count || "no"} ${what}${count > 1 ? ending : ""}`;
}
