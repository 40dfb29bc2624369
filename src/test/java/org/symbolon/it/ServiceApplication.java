package org.symbolon.it;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** All that a service has to say in its code: that tokens are its way to log in. */
@ApplicationScoped // Payara sees the login on beans only
@ApplicationPath("/api")
@LoginConfig(authMethod = "MP-JWT")
public class ServiceApplication extends Application {}
