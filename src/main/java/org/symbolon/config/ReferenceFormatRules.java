package org.symbolon.config;

/** What does not work with tokens of the reference, since they have no place for it. */
final class ReferenceFormatRules {
  private static final String FORMAT = "symbolon.access-token.format";

  private static final String ACCEPT = "symbolon.accept-reference-tokens";

  private ReferenceFormatRules() {}

  static void check(Settings settings, SessionConfig config) {
    settings.require(
        !config.refreshToken().acceptReference()
            || !config.keyEncryption().isOn()
            || config.keyEncryption().plainRows() != PlainKeyRows.REFUSE,
        ACCEPT,
        true,
        "needs symbolon.key-encryption.plain-rows=accept beside symbolon.key-encryption.keys: the"
            + " reference's key is a row that is not encrypted, and whoever can write the table can"
            + " plant one");
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
        ACCEPT,
        true,
        "must not be set" + with + ", which reads and writes such tokens anyway");
  }
}
