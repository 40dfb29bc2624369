import "./wire.js"; // first: see there
import { wire } from "./wire.js";
import { symbolon } from "../symbolon.js";

async function json(path) {
  return (await fetch(path)).json();
}

const [open, scenes] = await Promise.all([json("api/public"), json("api/settings")]);

/** What the page must know of the configuration; durations in milliseconds. */
export const settings = { ...scenes, ...open };
wire.refreshPath = settings.refreshPath;

export const session = symbolon(settings);
