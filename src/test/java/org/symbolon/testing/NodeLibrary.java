package org.symbolon.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.Session;
import org.symbolon.SessionHandle;
import org.symbolon.SessionManager;
import org.symbolon.SessionTokens;
import org.symbolon.Token;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.Verification;

/**
 * The npm library {@code supertokens-node-mysql-ref-jwt} itself, in a process of its own,
 * configured by the same properties as a node of ours and with the same interface. Its general
 * errors are {@link IllegalStateException}s. It knows no groups and no time of login.
 */
public final class NodeLibrary implements SessionManager, AutoCloseable {
  private final NodeProcess process = new NodeProcess();

  /** With the settings that our properties mean; its clean-up is off. */
  public NodeLibrary(Map<String, String> properties) {
    try {
      call(
          "init",
          Json.createObjectBuilder().add("config", NodeSettings.of(TestNode.config(properties))));
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  @Override
  public SessionTokens create(
      UserId userId, @Nullable JsonValue payload, @Nullable JsonValue info) {
    JsonObjectBuilder arguments = of(userId);
    add(arguments, "payload", payload);
    add(arguments, "info", info);
    return tokens(call("create", arguments).asJsonObject());
  }

  @Override
  public boolean exists(SessionHandle handle) {
    throw new UnsupportedOperationException("it does not ask");
  }

  @Override
  public Optional<Session> identify(String accessToken) {
    throw new UnsupportedOperationException("it does not know who an expired token was");
  }

  @Override
  public Verification verify(String accessToken, AntiCsrfCheck antiCsrf) {
    JsonObjectBuilder arguments = Json.createObjectBuilder().add("accessToken", accessToken);
    if (antiCsrf instanceof AntiCsrfCheck.Require check) {
      // the original wants a text; one that nobody has is like none
      arguments.add("antiCsrfToken", check.token() == null ? "" : check.token());
    }
    JsonObject result = call("verify", arguments).asJsonObject();
    return new Verification(
        session(result, Instant.MAX),
        result.containsKey("newAccessToken") ? token(result, "newAccessToken") : null);
  }

  @Override
  public SessionTokens refresh(String refreshToken) {
    JsonObjectBuilder arguments = Json.createObjectBuilder().add("refreshToken", refreshToken);
    return tokens(call("refresh", arguments).asJsonObject());
  }

  @Override
  public boolean revoke(SessionHandle handle) {
    return call("revoke", of(handle)).equals(JsonValue.TRUE);
  }

  @Override
  public boolean revoke(Session session) {
    return revoke(session.handle());
  }

  @Override
  public List<SessionHandle> revokeAll(UserId userId) {
    List<SessionHandle> before = handles(userId);
    call("revokeAll", of(userId));
    return before;
  }

  @Override
  public List<SessionHandle> handles(UserId userId) {
    return call("handles", of(userId)).asJsonArray().getValuesAs(JsonString.class).stream()
        .map(handle -> new SessionHandle(handle.getString()))
        .toList();
  }

  @Override
  public SessionTokens refresh(List<String> refreshTokens) {
    throw new UnsupportedOperationException("the original cannot");
  }

  @Override
  public @Nullable JsonValue info(SessionHandle handle) {
    return call("info", of(handle));
  }

  @Override
  public void replaceInfo(SessionHandle handle, @Nullable JsonValue info) {
    JsonObjectBuilder arguments = of(handle);
    add(arguments, "info", info);
    call("replaceInfo", arguments);
  }

  @Override
  public @Nullable JsonValue payload(SessionHandle handle) {
    throw new UnsupportedOperationException("the original cannot");
  }

  @Override
  public void replacePayload(SessionHandle handle, @Nullable JsonValue payload) {
    throw new UnsupportedOperationException("the original cannot");
  }

  @Override
  public Verification replacePayload(String accessToken, @Nullable JsonValue payload) {
    throw new UnsupportedOperationException("the original cannot");
  }

  @Override
  public void close() {
    process.close();
  }

  /** The result; Java null where the library returned undefined. */
  private JsonValue call(String operation, JsonObjectBuilder arguments) {
    JsonObject answer = process.call(operation, arguments.build());
    if (!answer.containsKey("error")) {
      return answer.get("result");
    }
    String message = answer.getString("message");
    throw switch (answer.getInt("error")) {
      case 2000 -> new UnauthorisedException(message);
      case 3000 -> new TryRefreshTokenException(message);
      case 4000 -> {
        JsonObject theft = answer.getJsonObject("theft");
        yield new TokenTheftDetectedException(
            new SessionHandle(theft.getString("sessionHandle")), userId(theft));
      }
      default -> new IllegalStateException(message);
    };
  }

  private static SessionTokens tokens(JsonObject result) {
    Token refresh = token(result, "refreshToken");
    return new SessionTokens(
        session(result, refresh.expiresAt()),
        token(result, "accessToken"),
        refresh,
        token(result, "idRefreshToken"),
        result.getString("antiCsrfToken", null));
  }

  private static Session session(JsonObject result, Instant expiresAt) {
    JsonObject session = result.getJsonObject("session");
    return new Session(
        new SessionHandle(session.getString("handle")),
        userId(session),
        session.get("jwtPayload"),
        Set.of(),
        Instant.EPOCH,
        Instant.EPOCH,
        expiresAt);
  }

  private static Token token(JsonObject result, String name) {
    JsonObject token = result.getJsonObject(name);
    return new Token(
        token.getString("value"),
        Instant.ofEpochMilli(token.getJsonNumber("expires").longValueExact()));
  }

  private static UserId userId(JsonObject holder) {
    return holder.get("userId") instanceof JsonString text
        ? UserId.of(text.getString())
        : UserId.of(holder.getJsonNumber("userId").longValueExact());
  }

  private static JsonObjectBuilder of(SessionHandle handle) {
    return Json.createObjectBuilder().add("handle", handle.value());
  }

  private static JsonObjectBuilder of(UserId userId) {
    return userId instanceof UserId.WholeNumber number
        ? Json.createObjectBuilder().add("userId", number.value())
        : Json.createObjectBuilder().add("userId", userId.toString());
  }

  private static void add(JsonObjectBuilder arguments, String name, @Nullable JsonValue value) {
    if (value != null) {
      arguments.add(name, value);
    }
  }
}
