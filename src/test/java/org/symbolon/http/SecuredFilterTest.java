package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecuredFilterTest {

  private final List<String> calls = new ArrayList<>();

  @Test
  void lets_a_named_user_pass() {
    new SecuredFilter().filter(request("alice"));
    assertThat(calls).containsExactly("getHeaderString");
  }

  private ContainerRequestContext request(String header) {
    return (ContainerRequestContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ContainerRequestContext.class},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              return header;
            });
  }
}
