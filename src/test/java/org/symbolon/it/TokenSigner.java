package org.symbolon.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.util.Base64URL;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Signs what the issuer never would, with its own key or with a stranger's. */
record TokenSigner(ECPrivateKey key) {

  /** With the key that has signed {@code genuine}, out of the issuer's table. */
  static TokenSigner ofIssuer(String database, String genuine) {
    String keyId = json(genuine.split("\\.", -1)[0]).getString("kid");
    String row = "symbolon-" + keyId.substring(0, keyId.lastIndexOf('-'));
    try (Connection connection = DriverManager.getConnection(database, "sa", "");
        PreparedStatement statement =
            connection.prepareStatement("select key_value from signing_key where key_name = ?")) {
      statement.setString(1, row);
      ResultSet found = statement.executeQuery();
      found.next();
      String value = found.getString(1);
      byte[] numbers = Base64.getUrlDecoder().decode(value.substring(value.lastIndexOf(':') + 1));
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      BigInteger d = new BigInteger(1, Arrays.copyOf(numbers, 32));
      return new TokenSigner(
          (ECPrivateKey)
              KeyFactory.getInstance("EC")
                  .generatePrivate(
                      new ECPrivateKeySpec(d, curve.getParameterSpec(ECParameterSpec.class))));
    } catch (SQLException | GeneralSecurityException e) {
      throw new IllegalStateException(row, e);
    }
  }

  static TokenSigner stranger() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return new TokenSigner((ECPrivateKey) generator.generateKeyPair().getPrivate());
  }

  /** The same header, and the same claims but these. */
  String sign(String genuine, Map<String, Object> changes) {
    String[] parts = genuine.split("\\.", -1);
    String claims =
        Json.createObjectBuilder(json(parts[1]))
            .addAll(Json.createObjectBuilder(changes))
            .build()
            .toString();
    String input = parts[0] + "." + Base64URL.encode(claims);
    try {
      return input
          + "."
          + new ECDSASigner(key)
              .sign(
                  JWSHeader.parse(new Base64URL(parts[0])),
                  input.getBytes(StandardCharsets.US_ASCII));
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonObject json(String part) {
    return Json.createReader(new StringReader(Forgery.decoded(part))).readObject();
  }
}
