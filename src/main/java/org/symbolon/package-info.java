/**
 * Public API. What a session is, what can be done with it, what can go wrong and what is announced.
 *
 * <p>Start at {@link org.symbolon.Secured} (protects a JAX-RS resource), {@link
 * org.symbolon.CurrentSession} (the session of the request at hand: log in, read, log out) and
 * {@link org.symbolon.SessionManager} (all sessions, independent of HTTP). All three are CDI beans
 * or annotations that work as soon as the JAR lies in the WAR; the settings are listed in {@code
 * docs/configuration.md}.
 */
@NullMarked
package org.symbolon;

import org.jspecify.annotations.NullMarked;
