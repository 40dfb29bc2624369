/**
 * Internal. How tokens travel between clients and us: a {@link SessionTransport} for each
 * generation of clients, chosen by {@link Transports}.
 */
@NullMarked
package org.symbolon.http.transport;

import org.jspecify.annotations.NullMarked;
