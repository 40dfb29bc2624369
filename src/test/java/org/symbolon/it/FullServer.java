package org.symbolon.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A suite that needs Jakarta Security, Faces, enterprise beans and WebSocket. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(FullServer.TAG)
@ExtendWith(ArquillianExtension.class)
@interface FullServer {

  /** Read by the build. */
  String TAG = "full-server";
}
