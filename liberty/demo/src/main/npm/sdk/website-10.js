import sdk from "website-10";
import { session } from "./session.js";

export function start({ api, base, by, expired, heard = () => {} }) {
  sdk.init({
    apiDomain: api,
    apiBasePath: base,
    sessionExpiredStatusCode: expired,
    onHandleEvent: heard,
  });
  return session(sdk, { api, by, axiosByHand: true });
}
