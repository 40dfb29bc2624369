package org.symbolon.http.transport;

import java.util.Locale;

/** The name in what containers and proxies say of a request's host, as browsers write it. */
public final class HostName {
  private HostName() {}

  /**
   * In lower case, without user and port, an IPv6 address in brackets.
   *
   * @param authority also with an underscore, which {@link java.net.URI} takes for no host, or an
   *     address of IPv6 without brackets
   */
  public static String of(String authority) {
    String host = authority.strip().toLowerCase(Locale.ROOT);
    host = host.substring(host.lastIndexOf('@') + 1);
    int colon = host.indexOf(':');
    if (host.startsWith("[")) {
      return host.substring(0, host.indexOf(']') + 1);
    }
    if (colon >= 0 && colon != host.lastIndexOf(':')) {
      return "[" + host + "]";
    }
    return colon < 0 ? host : host.substring(0, colon);
  }
}
