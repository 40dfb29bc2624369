package org.symbolon.demo;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The demo's page in one tab, as a visitor sees it, and what goes wrong in it unseen. */
final class Theatre {
  /** Chromium's own note of each answer that is no success. */
  private static final String REFUSED =
      "Failed to load resource: the server responded with a status";

  private static final int DESKTOP = 1280;
  private static final int PHONE = 390;

  final Page page;
  private final List<String> faults = new ArrayList<>();
  private int refreshes;

  Theatre(Page page) {
    this.page = page;
    page.setDefaultTimeout(90_000);
    page.onConsoleMessage(this::note);
    page.onPageError(faults::add);
    page.onRequest(
        request -> {
          String host = URI.create(request.url()).getAuthority();
          if (!host.equals(URI.create(DemoServer.URL).getAuthority())) {
            faults.add("a request to " + request.url());
          }
          if (request.url().endsWith("api/session/refresh")) {
            refreshes++;
          }
        });
  }

  static Theatre open(BrowserContext user) {
    Theatre theatre = new Theatre(user.newPage());
    theatre.page.setViewportSize(DESKTOP, 900);
    theatre.page.navigate(DemoServer.URL);
    theatre.await("#feed.alive");
    return theatre;
  }

  private void note(ConsoleMessage message) {
    boolean harmless = message.text().startsWith(REFUSED);
    if (!harmless && (message.type().equals("error") || message.type().equals("warning"))) {
      faults.add(message.text());
    }
  }

  /** Errors and warnings on the console, violations of the policy, requests to other hosts. */
  List<String> faults() {
    return faults;
  }

  /** How many this tab has sent. */
  int refreshes() {
    return refreshes;
  }

  void login(String user) {
    page.fill("#login [name=user]", user);
    press("Log in");
    await("#tokens:visible");
  }

  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  /** Chooses a scene, plays it, and returns when it is over. */
  void play(String scene) {
    choose(scene);
    page.click("#play");
    await("#play:disabled");
    await("#play:enabled");
  }

  void choose(String scene) {
    page.click("[data-scene=" + scene + "]");
  }

  /** Returns when there is such an element. */
  Locator await(String selector) {
    Locator found = page.locator(selector).first();
    found.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    return found;
  }

  String text(String selector) {
    return page.locator(selector).innerText();
  }

  /** "You: refresh with token 0 → 200 token 1", for each exchange on the stage. */
  List<String> stage() {
    return page.locator("#stage .line").all().stream()
        .map(
            line ->
                line.locator(".request").textContent()
                    + " → "
                    + line.locator(".chip").textContent())
        .toList();
  }

  /** The server's events of this session up to this last one, the oldest first. */
  List<String> events(String handle, String last) {
    await("#events li[data-event=" + last + "]:has([title='" + handle + "'])");
    List<String> types = new ArrayList<>();
    for (Locator event : page.locator("#events li").all()) {
      if (event.locator(".who").getAttribute("title").equals(handle)) {
        types.add(0, event.getAttribute("data-event"));
      }
    }
    return types;
  }

  /** The session's handle, as the claims say. */
  String handle() {
    await("#claims dd");
    return page.locator("#claims dt:text-is('session') + dd").getAttribute("title");
  }

  void width(int pixels) {
    page.setViewportSize(pixels, 844);
  }

  /** How many pixels the page is wider than the window. */
  int overflow() {
    return (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
  }

  /** Desktop and phone, light and dark. */
  void shoot(String name) {
    page.evaluate("scrollTo(0, 0)");
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : new int[] {PHONE, DESKTOP}) {
        page.setViewportSize(width, width == PHONE ? 844 : 900);
        String size = width == PHONE ? "phone" : "desktop";
        Chromium.screenshot(page, name + "-" + size + "-" + scheme.name().toLowerCase(Locale.ROOT));
      }
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }
}
