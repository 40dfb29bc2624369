/**
 * Internal. The keys: one row per time slot, agreed on by the primary key alone, no locks; in
 * memory a snapshot that requests read without waiting.
 */
@NullMarked
package org.symbolon.key;

import org.jspecify.annotations.NullMarked;
