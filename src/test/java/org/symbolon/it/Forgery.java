package org.symbolon.it;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an attacker makes of a genuine access token. */
final class Forgery {
  private Forgery() {}

  static String of(String genuine, String kind) {
    String[] parts = genuine.split("\\.", -1);
    String header = decoded(parts[0]);
    return switch (kind) {
      case "none", "None" ->
          encoded(header.replace("\"HS256\"", "\"" + kind + "\"")) + "." + parts[1] + ".";
      case "HS512" -> encoded(header.replace("HS256", "HS512")) + "." + parts[1] + "." + parts[2];
      case "foreign key" -> signed(parts[0] + "." + parts[1]);
      case "changed payload" ->
          parts[0] + "." + encoded(decoded(parts[1]).replace("alice", "admin")) + "." + parts[2];
      case "no signature" -> parts[0] + "." + parts[1] + ".";
      default -> throw new IllegalArgumentException(kind);
    };
  }

  static String decoded(String segment) {
    return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
  }

  private static String encoded(String json) {
    return encoded(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String signed(String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
      return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
