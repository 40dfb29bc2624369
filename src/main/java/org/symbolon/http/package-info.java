/** Internal. How requests arrive and how answers leave. */
@NullMarked
package org.symbolon.http;

import org.jspecify.annotations.NullMarked;
