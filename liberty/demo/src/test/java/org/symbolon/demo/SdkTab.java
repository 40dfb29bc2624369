package org.symbolon.demo;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** A tab of a page with {@code sdk}, the started library, and {@code heard}, its events. */
final class SdkTab {
  private static final String START =
      """
      async ({ bundle, options }) => {
        const { start } = await import(`/${bundle}.js`);
        window.heard = [];
        const heard = (event) => window.heard.push(event);
        window.sdk = start({ ...options, heard });
      }
      """;

  private static final String PATIENTLY =
      """
      Promise.race([
        (async () => %s)(),
        new Promise((_, reject) => setTimeout(() => reject(new Error("no end")), 20_000)),
      ])
      """;

  private static final String LOGIN =
      """
      sdk.call("/api/login", {
        method: "POST",
        body: JSON.stringify({ user: "Zoë 😀", payload: { city: "Łódź" } }),
      })
      """;

  final Page page;

  SdkTab(Page page, String origin, Sdk sdk, String api) {
    this.page = page;
    page.setDefaultTimeout(30_000);
    page.navigate(origin + "/");
    page.evaluate(START, Map.of("bundle", sdk.bundle(), "options", sdk.options(api)));
  }

  /** The value, awaited, but not for ever. */
  Object js(String expression) {
    return page.evaluate(PATIENTLY.formatted(expression));
  }

  /** The status. */
  int login() {
    return status(LOGIN);
  }

  int get(String path) {
    return status("sdk.call('/api/" + path + "')");
  }

  int post(String path) {
    return status("sdk.call('/api/" + path + "', { method: 'POST' })");
  }

  int put(String path, String json) {
    return status("sdk.call('/api/" + path + "', { method: 'PUT', body: '" + json + "' })");
  }

  private int status(String call) {
    return (int) js("(await " + call + ").status");
  }

  /** So many calls at once, whose statuses {@link #statuses} awaits. */
  void begin(int calls) {
    page.evaluate(
        """
        {
          window.begun = Promise.all(Array.from({ length: %s }, async () =>
            (await sdk.call("/api/me")).status));
          window.begun.catch(() => {});
          0
        }
        """
            .formatted(calls));
  }

  List<Integer> statuses() {
    return ((List<?>) js("begun")).stream().map(status -> (Integer) status).toList();
  }

  boolean exists() {
    return (boolean) js("sdk.exists()");
  }

  boolean refresh() {
    return (boolean) js("sdk.refresh()");
  }

  /** The names of the events so far. */
  List<String> heard() {
    return ((List<?>) js("heard.map(({ action }) => action)"))
        .stream().map(String::valueOf).toList();
  }
}
