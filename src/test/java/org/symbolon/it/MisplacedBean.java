package org.symbolon.it;

import jakarta.enterprise.context.ApplicationScoped;
import org.symbolon.Secured;

/** Not secured at all: JAX-RS does not call it. */
@ApplicationScoped
public class MisplacedBean {
  @Secured
  public int total() {
    return 42;
  }
}
