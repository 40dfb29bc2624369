package org.symbolon.it;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The JAX-RS application of a {@link LibraryWar} that brings none. */
@ApplicationPath("/api")
public class ApiApplication extends Application {}
