/** Internal. Wires the other packages together as CDI beans; nothing else knows all of them. */
@NullMarked
package org.symbolon.cdi;

import org.jspecify.annotations.NullMarked;
