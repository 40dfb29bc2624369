package org.symbolon.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What attackers make of a genuine access token, by kind: all that can be had without a key of
 * ours, but with one's own, with the public key, and with an address that one would like to be
 * called.
 */
public final class HostileTokens {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int MEGABYTE = 1_000_000;

  private final String header;
  private final String payload;
  private final String signature;
  private final String address;
  private final KeyPair own = ownPair();
  private final Map<String, List<String>> byKind = new LinkedHashMap<>();

  /**
   * All kinds.
   *
   * @param address a URL at which nobody must call
   * @param publicKeys of the server, as far as it has any
   */
  public static Map<String, List<String>> of(
      String genuine, String address, List<PublicKey> publicKeys) {
    HostileTokens tokens = new HostileTokens(genuine, address);
    tokens.garbage();
    tokens.unknownKeys();
    tokens.noAlgorithm();
    tokens.otherAlgorithms();
    tokens.keysInTheHeader();
    publicKeys.forEach(tokens::publicKeyAsSecret);
    tokens.changedAndDuplicate();
    tokens.nested();
    tokens.oversized();
    return tokens.byKind;
  }

  private HostileTokens(String genuine, String address) {
    String[] parts = genuine.split("\\.", -1);
    this.header = text(parts[0]);
    this.payload = parts[1];
    this.signature = parts[2];
    this.address = address;
  }

  private void garbage() {
    Random random = new Random(4);
    add("garbage", "", ".", "..", "...", "a.b.c", "null", "undefined", "é.é.é", "%00.%00.%00");
    add("garbage", payload, payload + "." + signature, "." + payload + ".", "{}.{}.{}");
    for (int i = 0; i < 40; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      String text = BASE64.encodeToString(bytes);
      add("garbage", text, text + "." + text + "." + text);
    }
  }

  private void unknownKeys() {
    String known = header.replaceAll(".*\"kid\":\"([^\"]*)\".*", "$1");
    String slot = known.substring(0, known.lastIndexOf('-') + 1);
    Random random = new Random(4);
    for (int i = 0; i < 100; i++) {
      String id = slot + String.format(Locale.ROOT, "%016x", random.nextLong());
      addSigned("unknown key", header.replace(known, id));
    }
    for (String id :
        List.of(
            "",
            "a".repeat(64),
            "a".repeat(65),
            "../../etc/passwd",
            "x' or '1'='1",
            known + "\\u0000",
            known.toUpperCase(java.util.Locale.ROOT),
            slot + "0",
            known.substring(known.lastIndexOf('-') + 1),
            "refresh-0-0123456789abcdef",
            "app-0123456789abcdef",
            address)) {
      addSigned("unknown key", header.replace(known, id));
    }
    addSigned("unknown key", header.replace("\"" + known + "\"", "[\"" + known + "\"]"));
    addSigned("unknown key", header.replace("\"" + known + "\"", "null"));
    addSigned("unknown key", header.replaceAll(",\"kid\":\"[^\"]*\"", ""));
  }

  private void noAlgorithm() {
    for (String none :
        List.of("none", "None", "NONE", "nOnE", "noNe", " none", "none ", "", "no")) {
      String forged = header.replaceFirst("\"alg\":\"[^\"]*\"", "\"alg\":\"" + none + "\"");
      addWithSignatures("no algorithm", forged, "", signature, "AA");
    }
    for (String none : List.of("null", "0", "false", "[]", "{}", "[\"none\"]")) {
      addWithSignatures(
          "no algorithm",
          header.replaceFirst("\"alg\":\"[^\"]*\"", "\"alg\":" + none),
          "",
          signature);
    }
    addWithSignatures(
        "no algorithm", header.replaceFirst("\"alg\":\"[^\"]*\",", ""), "", signature);
    addWithSignatures("no algorithm", header, "");
  }

  private void otherAlgorithms() {
    for (String other :
        List.of(
            "HS256",
            "HS384",
            "HS512",
            "RS256",
            "RS512",
            "PS256",
            "ES256",
            "ES384",
            "ES512",
            "ES256K",
            "EdDSA",
            "Ed25519",
            "hs256",
            "es256",
            "dir",
            "A256GCM",
            "RSA-OAEP")) {
      String forged = header.replaceFirst("\"alg\":\"[^\"]*\"", "\"alg\":\"" + other + "\"");
      if (!forged.equals(header)) {
        addWithSignatures(
            "other algorithm",
            forged,
            BASE64.encodeToString(new byte[64]),
            BASE64.encodeToString(new byte[256]));
        addSigned("other algorithm", forged);
      }
    }
  }

  private void keysInTheHeader() {
    ECPublicKey key = (ECPublicKey) own.getPublic();
    String jwk = jwk(key);
    for (String more :
        List.of(
            "\"jku\":\"" + address + "/jwks.json\"",
            "\"x5u\":\"" + address + "/cert.pem\"",
            "\"jwk\":" + jwk,
            "\"x5c\":[\"" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\"]",
            "\"x5t\":\"AAAA\"",
            "\"crit\":[\"exp\"],\"exp\":1",
            "\"crit\":[]",
            "\"b64\":false,\"crit\":[\"b64\"]",
            "\"zip\":\"DEF\"",
            "\"cty\":\"JWT\"",
            "\"iss\":\"" + address + "\"")) {
      addSigned("key in the header", header.substring(0, header.length() - 1) + "," + more + "}");
      addSigned("key in the header", "{" + more + "," + header.substring(1));
      addSigned("key in the header", "{\"alg\":\"ES256\",\"typ\":\"JWT\"," + more + "}");
    }
  }

  private void publicKeyAsSecret(PublicKey key) {
    byte[] der = key.getEncoded();
    List<byte[]> secrets = new ArrayList<>(List.of(der));
    for (String lineEnd : List.of("\n", "\r\n", "")) {
      String body =
          Base64.getMimeEncoder(64, lineEnd.getBytes(StandardCharsets.US_ASCII))
              .encodeToString(der);
      String pem =
          "-----BEGIN PUBLIC KEY-----" + lineEnd + body + lineEnd + "-----END PUBLIC KEY-----";
      secrets.add(utf8(pem));
      secrets.add(utf8(pem + lineEnd));
    }
    secrets.add(utf8(Base64.getEncoder().encodeToString(der)));
    if (key instanceof ECPublicKey ec) {
      secrets.add(utf8(jwk(ec)));
      secrets.add(Arrays.copyOfRange(der, der.length - 65, der.length));
      secrets.add(Arrays.copyOfRange(der, der.length - 64, der.length));
      secrets.add(Arrays.copyOfRange(der, der.length - 64, der.length - 32));
    }
    for (byte[] secret : secrets) {
      for (String alg : List.of("HS256", "ES256", "EdDSA")) {
        String forged = header.replaceFirst("\"alg\":\"[^\"]*\"", "\"alg\":\"" + alg + "\"");
        add("public key as secret", hmac(forged, secret));
        add(
            "public key as secret",
            hmac(forged.replaceFirst(",\"org.symbolon.mac\".*}", "}"), secret));
      }
    }
  }

  private void changedAndDuplicate() {
    String claims = text(payload);
    String changed = BASE64.encodeToString(utf8(claims.replace("alice", "admin")));
    add("changed", encoded(header) + "." + changed + "." + signature);
    for (String twice :
        List.of(
            header.replaceFirst("\"alg\"", "\"alg\":\"none\",\"alg\""),
            header.replaceFirst("}$", ",\"alg\":\"none\"}"),
            header.replaceFirst("\"kid\"", "\"kid\":\"access-0-0123456789abcdef\",\"kid\""),
            header.replaceFirst("}$", ",\"kid\":\"access-0-0123456789abcdef\"}"),
            header.replaceFirst("}$", ",\"typ\":\"JWT\"}"),
            header + header,
            header + " ",
            " " + header)) {
      addWithSignatures("duplicate member", twice, signature, "");
    }
    for (String member :
        List.of("\"sub\":\"admin\"", "\"groups\":[\"admin\"]", "\"exp\":9999999999")) {
      for (String twice :
          List.of(
              claims.replaceFirst("}$", "," + member + "}"),
              "{" + member + "," + claims.substring(1))) {
        String body = BASE64.encodeToString(utf8(twice));
        add("duplicate member", encoded(header) + "." + body + "." + signature);
      }
    }
  }

  private void nested() {
    for (String open : List.of("[", "{\"a\":", "[{\"kid\":")) {
      for (int depth : new int[] {1000, 100_000}) {
        String deep = BASE64.encodeToString(utf8(open.repeat(depth)));
        add("nested", deep + "." + payload + "." + signature);
        add("nested", encoded(header) + "." + deep + "." + signature);
        String inside = header.replaceFirst("}$", ",\"x\":" + open.repeat(depth) + "}");
        addWithSignatures("nested", inside, signature);
      }
    }
  }

  private void oversized() {
    String large = "a".repeat(MEGABYTE);
    add("oversized", large, large + ".", large + "." + payload + "." + signature);
    add("oversized", encoded(header) + "." + large + "." + signature);
    add("oversized", encoded(header) + "." + payload + "." + signature + large);
    add("oversized", ".".repeat(MEGABYTE), "é".repeat(MEGABYTE));
    addWithSignatures(
        "oversized", header.replaceFirst("}$", " ".repeat(MEGABYTE) + "}"), signature);
  }

  private void add(String kind, String... tokens) {
    byKind.computeIfAbsent(kind, unused -> new ArrayList<>()).addAll(List.of(tokens));
  }

  private void addWithSignatures(String kind, String forgedHeader, String... signatures) {
    for (String each : signatures) {
      add(kind, encoded(forgedHeader) + "." + payload + "." + each);
    }
  }

  /** With the old signature, and with real ones by keys of the attacker's. */
  private void addSigned(String kind, String forgedHeader) {
    addWithSignatures(kind, forgedHeader, signature);
    add(kind, hmac(forgedHeader, new byte[32]));
    String input = encoded(forgedHeader) + "." + payload;
    try {
      Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
      signer.initSign(own.getPrivate());
      signer.update(utf8(input));
      add(kind, input + "." + BASE64.encodeToString(signer.sign()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private String hmac(String forgedHeader, byte[] secret) {
    String input = encoded(forgedHeader) + "." + payload;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return input + "." + BASE64.encodeToString(mac.doFinal(utf8(input)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String jwk(ECPublicKey key) {
    byte[] der = key.getEncoded();
    return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}"
        .formatted(
            BASE64.encodeToString(Arrays.copyOfRange(der, der.length - 64, der.length - 32)),
            BASE64.encodeToString(Arrays.copyOfRange(der, der.length - 32, der.length)));
  }

  private static KeyPair ownPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(utf8(json));
  }

  private static String text(String segment) {
    return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
