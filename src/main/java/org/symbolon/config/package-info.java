/**
 * Internal. The settings as immutable records, each bound checked once; {@link
 * org.symbolon.config.SessionConfigReader} is the only class that knows property names.
 */
@NullMarked
package org.symbolon.config;

import org.jspecify.annotations.NullMarked;
