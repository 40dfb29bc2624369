package org.symbolon.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A suite that each server's profile of the build runs; the others run on Open Liberty only. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(EveryServer.TAG)
@ExtendWith(ArquillianExtension.class)
@interface EveryServer {

  /** Read by the build: the property {@code it.suites}. */
  String TAG = "every-server";
}
