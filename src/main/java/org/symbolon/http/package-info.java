/**
 * Internal. How requests arrive and tokens leave: JAX-RS filters around the public API. Knows
 * neither tokens nor keys nor the database.
 */
@NullMarked
package org.symbolon.http;

import org.jspecify.annotations.NullMarked;
