package org.symbolon.config;

/** What does not work in the reference's format, since the format has no place for it. */
final class ReferenceFormatRules {
  private static final String FORMAT = "symbolon.access-token.format";

  private ReferenceFormatRules() {}

  static void check(Settings settings, SessionConfig config) {
    AccessTokenConfig access = config.accessToken();
    if (access.format() != AccessTokenFormat.SUPERTOKENS_NODE) {
      return;
    }
    String with = " with " + FORMAT + "=" + Settings.lower(access.format());
    settings.require(
        access.algorithm() == SigningAlgorithm.HS256,
        "symbolon.access-token.algorithm",
        access.algorithm().jwsName(),
        "must be HS256" + with);
    settings.require(
        access.audience().isEmpty(),
        "symbolon.access-token.audience",
        String.join(",", access.audience()),
        "must not be set" + with + ", whose tokens have no audience");
    settings.require(
        access.type().equals("JWT"),
        "symbolon.access-token.type",
        access.type(),
        "must be JWT" + with);
    settings.require(
        !config.keyEncryption().isOn(),
        "symbolon.key-encryption.keys",
        "(not shown)",
        "must not be set" + with + ": the Node library reads plain rows only");
    settings.require(
        !config.refreshToken().acceptReference(),
        "symbolon.accept-reference-tokens",
        true,
        "must not be set" + with + ", which reads and writes such tokens anyway");
  }
}
