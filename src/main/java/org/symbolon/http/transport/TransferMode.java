package org.symbolon.http.transport;

import org.symbolon.config.SessionConfig;
import org.symbolon.config.TokenTransfer;

/** Where the tokens of one session travel, for clients that can do both. */
enum TransferMode {
  COOKIE,
  HEADER;

  /** Which one it is. */
  record Choice(SessionConfig config) {

    /** Where this request's tokens are. The wish does not count: tokens never change places. */
    TransferMode presented(RequestHead request) {
      if (hasBearer(request)) {
        return HEADER;
      }
      CookieHeader cookies = CookieHeader.of(request);
      return cookies.all(SessionCookies.ACCESS).isEmpty()
              && cookies.all(SessionCookies.REFRESH).isEmpty()
          ? wished(request)
          : COOKIE;
    }

    /** Where a new session's tokens go. */
    TransferMode wished(RequestHead request) {
      return switch (config.http().tokenTransfer()) {
        case COOKIE -> COOKIE;
        case HEADER -> HEADER;
        case ANY -> "cookie".equals(request.header(FrontTokenTransport.MODE)) ? COOKIE : HEADER;
      };
    }

    /** Whether the request carries a token of ours as a bearer token. */
    boolean hasBearer(RequestHead request) {
      BearerToken bearer = BearerToken.of(request);
      return bearer != null
          && config.http().tokenTransfer() != TokenTransfer.COOKIE
          && (isRefresh(request) ? bearer.looksLikeRefreshToken() : bearer.looksLikeAccessToken());
    }

    boolean isRefresh(RequestHead request) {
      return request.path().equals(config.refreshToken().path());
    }
  }
}
