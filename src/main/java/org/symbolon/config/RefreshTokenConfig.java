package org.symbolon.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The refresh tokens.
 *
 * @param validity how long a session lives without a refresh
 * @param maxLifetime how long it lives in all, from the login
 * @param leeway how far apart requests with one token may be and still count as one client's; zero
 *     switches that off
 * @param repeatLimit in how many time slots one token may be refreshed before it counts as stolen
 * @param path the path that serves the refresh, context path included, as the server sees it
 * @param keyUpdateInterval how long one key makes the tokens of new sessions
 * @param cleanupSchedule when expired sessions are deleted: cron with seconds, in the form of
 *     {@link CronSchedule}; {@code null} for never
 * @param acceptReference whether refresh tokens of {@code supertokens-node-mysql-ref-jwt} are taken
 *     once, and answered with our own
 */
public record RefreshTokenConfig(
    Duration validity,
    Duration maxLifetime,
    Duration leeway,
    int repeatLimit,
    String path,
    Duration keyUpdateInterval,
    @Nullable String cleanupSchedule,
    boolean acceptReference) {}
