package org.symbolon.config;

/**
 * The statuses.
 *
 * @param tryRefreshStatus for <em>try refresh token</em>
 * @param unauthorisedStatus for <em>unauthorised</em> and <em>theft detected</em>
 */
public record HttpConfig(int tryRefreshStatus, int unauthorisedStatus) {}
