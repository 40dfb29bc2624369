package org.symbolon.demo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A tab with {@code session}, and {@code events}, what it heard. */
final class ScriptTab {
  private static final String START =
      """
      async (options) => {
        const { symbolon } = await import(location.origin + "/symbolon.js");
        window.session = symbolon(options);
        window.events = [];
        const more = { refresh: (status) => " " + status, repeat: ({ why }) => " " + why };
        for (const type of ["login", "refresh", "repeat", "logout", "change"]) {
          session.addEventListener(type, ({ detail }) => {
            events.push(type + (more[type]?.(detail) ?? ""));
          });
        }
        window.call = async (path, options) => {
          const answer = await session.fetch(path, options);
          return answer.status;
        };
      }
      """;
  private static final String LOGIN =
      """
      call("/api/login", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: '{"user":"alice"}',
      })
      """;

  final Page page;

  ScriptTab(Page page, String url, Map<String, Object> options) {
    this.page = page;
    page.navigate(url);
    page.evaluate(START, options);
  }

  /** The value, awaited. */
  Object js(String expression) {
    return page.evaluate(expression);
  }

  /** The same later, by {@link #awaited}. */
  void begin(String expression) {
    page.evaluate("() => { window.begun = " + expression + "; window.begun.catch(() => {}); }");
  }

  Object awaited() {
    return page.evaluate("window.begun");
  }

  /**
   * Has this tab's next request to such a path answered when what comes into the list is run. (To
   * unroute, also by {@code setTimes}, would let it go at once.)
   */
  List<Runnable> hold(String glob, Function<Route, Runnable> ask) {
    List<Runnable> held = new ArrayList<>();
    page.route(
        glob,
        route -> {
          if (held.isEmpty()) {
            held.add(ask.apply(route));
          } else {
            route.resume();
          }
        });
    return held;
  }

  int get(String path) {
    return (int) js("call('" + path + "')");
  }

  int post(String path) {
    return (int) js("call('" + path + "', { method: 'POST' })");
  }

  ScriptTab login() {
    if (!js(LOGIN).equals(200)) {
      throw new IllegalStateException("no login");
    }
    forgetEvents();
    return this;
  }

  String id() {
    return (String) js("session.id");
  }

  void forgetEvents() {
    js("events.length = 0");
  }

  List<String> events() {
    return ((List<?>) js("events")).stream().map(Object::toString).toList();
  }
}
