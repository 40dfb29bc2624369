import SuperTokens from "supertokens-web-js";
import Session from "supertokens-web-js/recipe/session";
import { session } from "./session.js";

export function start({ api, base, by, expired, mode, heard = () => {} }) {
  SuperTokens.init({
    appInfo: { appName: "demo", apiDomain: api, apiBasePath: base },
    recipeList: [
      Session.init({
        tokenTransferMethod: mode,
        sessionExpiredStatusCode: expired,
        onHandleEvent: heard,
      }),
    ],
  });
  return session(Session, { api, by });
}
