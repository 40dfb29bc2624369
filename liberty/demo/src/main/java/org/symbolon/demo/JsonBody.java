package org.symbolon.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * Any JSON value as a body, also a lone text, number or null. Numbers stay as they were written,
 * and what is no JSON in UTF-8 gets an answer that says so.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class JsonBody implements MessageBodyReader<JsonValue>, MessageBodyWriter<JsonValue> {

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType as) {
    return type == JsonValue.class;
  }

  @Override
  public JsonValue readFrom(
      Class<JsonValue> type,
      Type generic,
      Annotation[] annotations,
      MediaType as,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return parse(body.readAllBytes());
  }

  private static JsonValue parse(byte[] body) {
    if (body.length == 0) {
      throw Refusal.because("the body is empty; it must be JSON");
    }
    try {
      return parse(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      throw Refusal.because("the body is not UTF-8");
    } catch (RuntimeException e) {
      // mostly a JsonException; the parser has others for absurd numbers and absurd depth
      throw Refusal.because("the body is not JSON: " + e.getMessage());
    }
  }

  private static JsonValue parse(String text) {
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      parser.next();
      JsonValue value = parser.getValue();
      if (parser.hasNext()) {
        throw new JsonException("there is something behind its end");
      }
      return value;
    }
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType as) {
    return JsonValue.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      JsonValue json,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType as,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(json.toString().getBytes(UTF_8));
  }
}
