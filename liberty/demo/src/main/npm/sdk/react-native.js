import sdk from "supertokens-react-native";
import { session } from "./session.js";

export function start({ api, base, by, expired, mode, heard = () => {} }) {
  sdk.init({
    apiDomain: api,
    apiBasePath: base,
    tokenTransferMethod: mode,
    sessionExpiredStatusCode: expired,
    onHandleEvent: heard,
  });
  return session(sdk, { api, by, axiosByHand: true });
}
