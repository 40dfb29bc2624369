/** Internal. The readiness check of MicroProfile Health; not loaded where the server lacks it. */
@NullMarked
package org.symbolon.observability.health;

import org.jspecify.annotations.NullMarked;
