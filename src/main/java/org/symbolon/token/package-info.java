/**
 * Internal. Tokens as values and the pure functions between them and their text; no database, no
 * clock, no randomness of their own.
 */
@NullMarked
package org.symbolon.token;

import org.jspecify.annotations.NullMarked;
