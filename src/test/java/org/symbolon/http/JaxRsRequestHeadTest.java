package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaxRsRequestHeadTest {
  @ParameterizedTest
  @CsvSource({
    "http://www.example.com/x, www.example.com",
    "http://WWW.Example.com:8080/x, www.example.com",
    "http://www.example.com./x, www.example.com.",
    "http://my_host/x, my_host",
    "http://my_host:8080/x, my_host",
    "http://My_Host.example.com:8080/x, my_host.example.com",
    "http://-dash-.example:1/x, -dash-.example",
    "http://1.2.3/x, 1.2.3",
    "http://127.0.0.1:80/x, 127.0.0.1",
    "'http://[::1]:8080/x', [::1]",
    "'http://[::1]/x', [::1]",
    "http://user@my_host:8080/x, my_host",
    "http://my_host:/x, my_host",
    "/x, host.of.header",
  })
  void each_host_that_a_container_lets_in_has_its_name(URI address, String name) {
    assertThat(new JaxRsRequestHead(request(address)).serverName()).isEqualTo(name);
  }

  private static ContainerRequestContext request(URI address) {
    UriInfo info = fake(UriInfo.class, Map.of("getRequestUri", address));
    return fake(
        ContainerRequestContext.class,
        Map.of("getUriInfo", info, "getHeaderString", "Host.of.header:81"));
  }

  private static <T> T fake(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.get(method.getName())));
  }
}
