package org.symbolon.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real browser, started once per test class: the machine's own if it has one on the {@code PATH},
 * else one that Playwright downloads. Not for several threads.
 */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final List<String> ARGUMENTS =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          // names of other sites, and pages that are no secure context
          "--host-resolver-rules=MAP *.test 127.0.0.1");
  private static final Map<String, String> NO_DOWNLOAD =
      Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium launch() {
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
    try {
      LaunchOptions options = new LaunchOptions().setHeadless(true).setArgs(ARGUMENTS);
      installed().ifPresentOrElse(options::setExecutablePath, Chromium::download);
      return new Chromium(playwright, playwright.chromium().launch(options));
    } catch (RuntimeException e) {
      playwright.close();
      throw new IllegalStateException(
          "These tests need Chromium or Chrome: install one (such as Debian's package chromium), or"
              + " let Playwright download its own.",
          e);
    }
  }

  /** A new user, who has no cookies yet; the pages are his tabs. */
  BrowserContext user() {
    return browser.newContext();
  }

  /** Into {@code target/screenshots/NAME.png}, the whole page. */
  static void screenshot(Page page, String name) {
    Path file = Path.of("target", "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  private static Optional<Path> installed() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return NAMES.stream()
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(at -> Path.of(at, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Chromium alone; without NO_DOWNLOAD Playwright would fetch three browsers. */
  private static void download() {
    try {
      ProcessBuilder install =
          Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
      install.command().addAll(List.of("install", "chromium"));
      File log = Files.createTempFile(Path.of("target"), "chromium-download", ".log").toFile();
      int status = install.redirectErrorStream(true).redirectOutput(log).start().waitFor();
      if (status != 0) {
        throw new PlaywrightException("the download ended with " + status + ", see " + log);
      }
    } catch (IOException e) {
      throw new PlaywrightException("the download did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlaywrightException("interrupted", e);
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
