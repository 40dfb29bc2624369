package org.symbolon;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a successful {@link SessionManager#verify}.
 *
 * @param session the session
 * @param replacement an access token that the client must use from now on, or {@code null} (the
 *     usual case) if it keeps its own. There is one at the first use after a refresh, since that
 *     use confirms the new refresh token, unless the token ends within two leeways; and after a
 *     change of the payload. It ends when the one that it replaces would have ended
 */
public record Verification(Session session, @Nullable Token replacement) {}
