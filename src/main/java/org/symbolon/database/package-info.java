/**
 * Internal. Hibernate on the configured data source: each piece of work is one short transaction of
 * its own, bounded in time, outside the caller's transaction.
 */
@NullMarked
package org.symbolon.database;

import org.jspecify.annotations.NullMarked;
