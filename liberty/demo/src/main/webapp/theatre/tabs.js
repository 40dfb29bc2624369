import { events } from "./events.js";
import { session } from "./session.js";
import { stage } from "./stage.js";
import { tokens } from "./tokens.js";
import { wire } from "./wire.js";

const CALLS = 10;
const channel = new BroadcastChannel("symbolon-theatre");
const me = crypto.randomUUID();
let reports = [];
let present = new Set();

/** Ten calls in each open tab, in the same moment; what came of them, of all tabs together. */
export async function tenCallsEverywhere() {
  let alarms = 0;
  const alarm = ({ detail }) => (alarms += detail.handle === tokens.handle ? 1 : 0);
  events.addEventListener("TheftDetected", alarm);
  present = new Set();
  reports = [];
  channel.postMessage({ type: "who" });
  await pause(300);
  channel.postMessage({ type: "go" });
  reports.push(await tenCalls());
  for (let i = 0; i < 150 && reports.length < present.size + 1; i++) {
    await pause(100);
  }
  await pause(300); // an alarm may come a moment later
  events.removeEventListener("TheftDetected", alarm);
  return {
    tabs: reports.length,
    calls: CALLS * reports.length,
    answers: reports.reduce((sum, report) => sum + report.answers, 0),
    refreshes: reports.reduce((sum, report) => sum + report.refreshes, 0),
    alarms,
  };
}

async function tenCalls() {
  let refreshes = 0;
  const count = ({ detail }) => (refreshes += detail.refresh && detail.status === 200 ? 1 : 0);
  wire.addEventListener("exchange", count);
  const answers = await Promise.all(Array.from({ length: CALLS }, () => session.fetch("api/me")));
  wire.removeEventListener("exchange", count);
  return { answers: answers.filter((answer) => answer.ok).length, refreshes };
}

channel.addEventListener("message", async ({ data }) => {
  if (data.type === "who") {
    channel.postMessage({ type: "here", tab: me });
  } else if (data.type === "here") {
    present.add(data.tab);
  } else if (data.type === "go") {
    stage.clear();
    stage.note("another tab gave the sign");
    const report = await tenCalls();
    channel.postMessage({ type: "report", report });
    stage.note(`this tab: ${report.answers} of ${CALLS} answered, ${report.refreshes} refreshes`);
  } else if (data.type === "report") {
    reports.push(data.report);
  }
});

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
