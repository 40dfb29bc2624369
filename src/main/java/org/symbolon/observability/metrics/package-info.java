/** Internal. Numbers by MicroProfile Metrics; not loaded where the server lacks it. */
@NullMarked
package org.symbolon.observability.metrics;

import org.jspecify.annotations.NullMarked;
