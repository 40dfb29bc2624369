/**
 * Internal. Sessions for requests that are not JAX-RS: whole paths that are protected, {@link
 * org.symbolon.CurrentSession} in servlets and pages. In use only if it is configured.
 */
@NullMarked
package org.symbolon.servlet;

import org.jspecify.annotations.NullMarked;
