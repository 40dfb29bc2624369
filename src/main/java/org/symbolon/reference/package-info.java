/**
 * Internal. The token format and key rows of {@code supertokens-node-mysql-ref-jwt}, to share a
 * database with it or to take over its sessions. Neither {@code core} nor {@code http} knows it.
 */
@NullMarked
package org.symbolon.reference;

import org.jspecify.annotations.NullMarked;
