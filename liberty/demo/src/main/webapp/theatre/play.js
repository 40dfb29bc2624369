import { silence } from "./alarm.js";
import { byId, element } from "./dom.js";
import { owner } from "./owner.js";
import { scenes } from "./scenes.js";
import { stage } from "./stage.js";

let chosen = scenes[0];
let running;

class SceneLeft extends Error {}

scenes.forEach((scene, index) => {
  const number = element("span", { class: "number", "aria-hidden": "true" }, `${index + 1}`);
  const pick = element("button", { type: "button", "data-scene": scene.id }, number, scene.title);
  pick.addEventListener("click", () => choose(scene));
  byId(scene.stolen ? "stolen" : "honest").append(pick);
});

function choose(scene) {
  running?.abort();
  chosen = scene;
  byId("scene-title").textContent = scene.title;
  byId("scene-text").textContent = scene.text;
  byId("second-tab").hidden = !scene.secondTab;
  byId("play").textContent = scene.secondTab ? "Ten calls at once" : "Play";
  document.querySelectorAll("[data-scene]").forEach((pick) => {
    pick.setAttribute("aria-pressed", pick.dataset.scene === scene.id);
  });
}

async function play() {
  running?.abort();
  const mine = (running = new AbortController());
  byId("play").disabled = true;
  silence();
  try {
    stage.clear();
    await owner.ready();
    stage.clear(); // the login is not part of the scene
    await chosen.play({ wait: (time, why, skip) => wait(mine.signal, time, why, skip) });
  } catch (failure) {
    if (!(failure instanceof SceneLeft)) {
      stage.verdict("bad", "The scene broke off.", failure.message);
    }
  } finally {
    if (running === mine) {
      running = undefined;
    }
    byId("play").disabled = running !== undefined;
    byId("skip").hidden = true;
  }
}

/**
 * Lets time pass, and counts it down on the stage if there is a reason to tell.
 *
 * @param time milliseconds, or a function that says how many are left
 * @param skip what cuts it short
 */
async function wait(signal, time, why, skip) {
  const end = performance.now() + time;
  const left = () => (typeof time === "function" ? time() : end - performance.now());
  // only the reason is read out, not each second
  const count = element("span", { "aria-hidden": "true" });
  if (why) {
    stage.note(why, "wait").append(count);
  }
  byId("skip").hidden = !skip;
  byId("skip").onclick = skip;
  while (left() > 0) {
    if (signal.aborted) {
      throw new SceneLeft();
    }
    count.textContent = `: ${Math.ceil(left() / 1000)} s`;
    await new Promise((done) => setTimeout(done, Math.min(100, left())));
  }
  count.textContent = "";
  byId("skip").hidden = true;
}

byId("play").addEventListener("click", play);
choose(new URLSearchParams(location.search).has("second") ? scenes[1] : scenes[0]);
