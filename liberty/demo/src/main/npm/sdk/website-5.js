import sdk from "website-5";
import { session } from "./session.js";

export function start({ api, base, by, expired }) {
  sdk.init({ apiDomain: api, apiBasePath: base, sessionExpiredStatusCode: expired });
  return session(sdk, { api, by, axiosByHand: true });
}
