/** Internal. Lines of the log that strangers could multiply. */
@NullMarked
package org.symbolon.log;

import org.jspecify.annotations.NullMarked;
