import sdk from "website-15";
import { session } from "./session.js";

/** From here on the SDK intercepts XMLHttpRequest, and axios with it. */
export function start({ api, base, by, expired, heard = () => {} }) {
  sdk.init({
    apiDomain: api,
    apiBasePath: base,
    sessionExpiredStatusCode: expired,
    onHandleEvent: heard,
  });
  return session(sdk, { api, by });
}
