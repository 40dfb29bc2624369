package org.symbolon.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the cookies.
 *
 * @param domain the attribute {@code Domain}; {@code null} for none: the host alone gets them
 * @param secure the attribute {@code Secure}
 * @param sameSite the attribute {@code SameSite}: {@code Strict}, {@code Lax} or {@code None}
 * @param refreshPath the path of the cookie {@code sRefreshToken}, as the browser sees it
 * @param olderDomains domains that the cookies had before; the empty text for the host alone
 */
public record CookieConfig(
    @Nullable String domain,
    boolean secure,
    String sameSite,
    String refreshPath,
    List<String> olderDomains) {}
