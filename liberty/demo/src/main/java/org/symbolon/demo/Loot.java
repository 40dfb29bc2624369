package org.symbolon.demo;

import org.symbolon.SessionTokens;

/**
 * What a thief holds.
 *
 * @param copied the refresh token that was the owner's
 * @param refreshToken the newest one; at first the copied one
 * @param accessToken {@code null} before the first refresh
 */
record Loot(String copied, String refreshToken, String accessToken) {

  static Loot copied(String refreshToken) {
    return new Loot(refreshToken, refreshToken, null);
  }

  Loot with(SessionTokens received) {
    return new Loot(copied, received.refreshToken().value(), received.accessToken().value());
  }

  Loot withAccessToken(String replacement) {
    return new Loot(copied, refreshToken, replacement);
  }

  @Override
  public String toString() {
    return "Loot";
  }
}
