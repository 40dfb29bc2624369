package org.symbolon.it;

import java.net.http.HttpResponse;
import java.util.List;

/** What the server said. */
record Answer(HttpResponse<String> response) {

  int status() {
    return response.statusCode();
  }

  String body() {
    return response.body();
  }

  List<String> headers(String name) {
    return response.headers().allValues(name);
  }

  /** The header, which must be there exactly once. */
  String header(String name) {
    List<String> values = headers(name);
    if (values.size() != 1) {
      throw new AssertionError("header " + name + " should be there once, but was " + values);
    }
    return values.get(0);
  }

  List<SetCookie> cookies() {
    return headers("Set-Cookie").stream().map(SetCookie::parse).toList();
  }

  /** The cookie, which must be there exactly once. */
  SetCookie cookie(String name) {
    List<SetCookie> named = cookies().stream().filter(c -> c.name().equals(name)).toList();
    if (named.size() != 1) {
      throw new AssertionError("cookie " + name + " should be set once, but was " + cookies());
    }
    return named.get(0);
  }

  @Override
  public String toString() {
    return status() + " " + response.headers().map() + "\n" + body();
  }
}
