/** Public API. What an application annotates, injects and observes. */
@NullMarked
package org.symbolon;

import org.jspecify.annotations.NullMarked;
