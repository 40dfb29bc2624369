/**
 * Internal. How sessions work: the rotation's decision as a pure function, and one class for each
 * group of use cases around it. Free of CDI and HTTP.
 */
@NullMarked
package org.symbolon.core;

import org.jspecify.annotations.NullMarked;
