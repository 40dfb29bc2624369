package org.symbolon.token;

/**
 * An access token that is genuine.
 *
 * @param claims what it carries
 * @param keyId the id of the key that it was verified with
 */
public record VerifiedToken(AccessClaims claims, String keyId) {}
