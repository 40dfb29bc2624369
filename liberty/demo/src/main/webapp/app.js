// The order matters only for the first: wire.js must be there before symbolon.js.
import "./theatre/wire.js";
import "./theatre/wirelog.js";
import "./theatre/tokens.js";
import "./theatre/events.js";
import "./theatre/alarm.js";
import "./theatre/play.js";
import "./theatre/hands.js";
import "./theatre/calls.js";
import "./theatre/sessions.js";
import { look } from "./theatre/tokens.js";

look();
