/**
 * Internal. What operators see of the library: numbers, spans, health. The other packages know
 * nothing of it; it stands around them. The APIs of MicroProfile and OpenTelemetry, which a server
 * may lack, are known to its sub-packages only.
 */
@NullMarked
package org.symbolon.observability;

import org.jspecify.annotations.NullMarked;
