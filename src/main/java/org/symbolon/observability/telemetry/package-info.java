/** Internal. Numbers and spans by OpenTelemetry; not loaded where the server lacks it. */
@NullMarked
package org.symbolon.observability.telemetry;

import org.jspecify.annotations.NullMarked;
