package org.symbolon.config;

import java.time.Duration;
import java.util.List;

/**
 * The access tokens.
 *
 * @param validity how long one is accepted, 1 s to 1,000 days
 * @param format how all tokens and keys are written, refresh tokens too
 * @param algorithm how new ones are signed
 * @param issuer the claim {@code iss}
 * @param audience the claim {@code aud}, one of which is required then; none for no such claim
 * @param type the header {@code typ}: {@code JWT} or {@code at+jwt}
 * @param path the path of the cookies {@code sAccessToken} and {@code sIdRefreshToken}
 * @param blacklisting whether each verification asks the database if the session still exists
 * @param claims members of an object payload that are repeated as claims of their own
 * @param keyRotation whether the signing key changes
 * @param keyUpdateInterval how long one key signs, 1 h to 30 days
 * @param keyAnnouncement how long a key is known before it signs
 * @param maxLength the longest token whose cookie a browser keeps, in characters
 */
public record AccessTokenConfig(
    Duration validity,
    AccessTokenFormat format,
    SigningAlgorithm algorithm,
    String issuer,
    List<String> audience,
    String type,
    String path,
    boolean blacklisting,
    List<String> claims,
    boolean keyRotation,
    Duration keyUpdateInterval,
    Duration keyAnnouncement,
    int maxLength) {}
