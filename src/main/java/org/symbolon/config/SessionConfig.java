package org.symbolon.config;

/**
 * All settings, checked. Nothing reads a property after this record was made.
 *
 * @param database where sessions are kept
 * @param accessToken the short-lived tokens
 * @param refreshToken the long-lived ones
 * @param antiCsrf whether tokens against request forgery are issued and checked
 * @param theftReaction what is revoked when a token was stolen
 * @param cookie the attributes of the cookies
 * @param http statuses, pages and origins
 * @param keyEncryption of the key rows at rest
 * @param protection of whole paths, and of what is not JAX-RS
 */
public record SessionConfig(
    DatabaseConfig database,
    AccessTokenConfig accessToken,
    RefreshTokenConfig refreshToken,
    boolean antiCsrf,
    TheftReaction theftReaction,
    CookieConfig cookie,
    HttpConfig http,
    KeyEncryptionConfig keyEncryption,
    ProtectionConfig protection) {}
