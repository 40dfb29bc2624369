/**
 * Internal. The table of sessions. Every race is settled by one guarded statement, whose row count
 * is the outcome.
 */
@NullMarked
package org.symbolon.store;

import org.jspecify.annotations.NullMarked;
