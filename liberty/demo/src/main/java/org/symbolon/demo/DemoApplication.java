package org.symbolon.demo;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The demo's calls lie at {@code /api}; {@code POST /api/session/refresh} is the library's own. */
@ApplicationPath("/api")
public class DemoApplication extends Application {}
