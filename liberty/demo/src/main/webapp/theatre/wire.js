// What goes over the wire. It must be loaded before symbolon.js, which takes the fetch it finds.
export { verdict } from "./verdict.js";

const original = window.fetch.bind(window);
const stageHands = ["/api/public", "/api/settings", "/api/expire", "/api/thief/"];

/** Tells of every exchange that belongs to the session: {@code exchange} and {@code loss} events. */
export const wire = new EventTarget();
wire.refreshPath = "/api/session/refresh";

let losing = false;

/** The server will handle the next refresh, and the page will not get what it answers. */
export function loseNextRefresh(lose = true) {
  losing = lose;
  wire.dispatchEvent(new CustomEvent("loss", { detail: lose }));
}

window.fetch = async (input, init) => {
  const request = new Request(input, init);
  const path = new URL(request.url).pathname;
  const refresh = path === wire.refreshPath;
  if (refresh && losing) {
    loseNextRefresh(false);
    request.headers.set("Demo-Lose-Answer", "1");
  }
  const answer = await original(request);
  if (!stageHands.some((hand) => path.startsWith(hand)) && !path.startsWith(`${wire.refreshPath}/`)) {
    const detail = { method: request.method, path: path.slice(1), status: answer.status, refresh };
    wire.dispatchEvent(new CustomEvent("exchange", { detail }));
  }
  return answer;
};
