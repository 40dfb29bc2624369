/** Internal. The library's part of the OpenAPI document; not loaded where the server lacks it. */
@NullMarked
package org.symbolon.observability.openapi;

import org.jspecify.annotations.NullMarked;
