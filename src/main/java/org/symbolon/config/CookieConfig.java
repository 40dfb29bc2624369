package org.symbolon.config;

import org.jspecify.annotations.Nullable;

/**
 * The attributes of the cookies.
 *
 * @param domain the attribute {@code Domain}; {@code null} for none: the host alone gets them
 * @param secure the attribute {@code Secure}
 * @param sameSite the attribute {@code SameSite}: {@code Strict}, {@code Lax} or {@code None}
 * @param refreshPath the path of the cookie {@code sRefreshToken}, as the browser sees it
 */
public record CookieConfig(
    @Nullable String domain, boolean secure, String sameSite, String refreshPath) {}
