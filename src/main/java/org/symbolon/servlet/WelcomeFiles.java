package org.symbolon.servlet;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.FactoryConfigurationError;
import javax.xml.parsers.ParserConfigurationException;
import org.symbolon.config.PathPattern;
import org.symbolon.config.SecuredPaths;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The files that a container may serve where a directory is asked for. */
final class WelcomeFiles {
  private static final System.Logger LOG = System.getLogger(WelcomeFiles.class.getName());

  /** What the servers' own defaults are, and what Faces makes of them. */
  private static final List<String> USUAL =
      List.of("index.html", "index.htm", "index.jsp", "index.xhtml", "index.jsf", "index.faces");

  private WelcomeFiles() {}

  /**
   * The usual ones, and those of {@code web.xml} and of fragments. Where one of these cannot be
   * read, any file that is secured may be one.
   */
  static Set<String> of(ServletContext context, SecuredPaths single) {
    Set<String> names = new LinkedHashSet<>(USUAL);
    try (InputStream in = context.getResourceAsStream("/WEB-INF/web.xml")) {
      if (in != null) {
        read(in, names);
      }
      for (URL fragment :
          Collections.list(context.getClassLoader().getResources("META-INF/web-fragment.xml"))) {
        try (InputStream part = fragment.openStream()) {
          read(part, names);
        }
      }
    } catch (IOException
        | SAXException
        | ParserConfigurationException
        | FactoryConfigurationError
        | RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "which welcome files the application ''{0}'' has cannot be read from its WEB-INF/web.xml"
              + " or a web-fragment.xml ({1}), so directories with a secured file are secured",
          context.getContextPath(),
          e.getMessage());
      single.patterns().forEach(pattern -> addEnds(pattern, names));
    }
    return names;
  }

  private static void read(InputStream in, Set<String> names)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    factory.setNamespaceAware(true);
    NodeList files =
        factory.newDocumentBuilder().parse(in).getElementsByTagNameNS("*", "welcome-file");
    for (int i = 0; i < files.getLength(); i++) {
      names.add(files.item(i).getTextContent().strip().replaceFirst("^/", ""));
    }
  }

  /** Of {@code /a/b.html} that may be {@code b.html} and {@code a/b.html}. */
  private static void addEnds(PathPattern pattern, Set<String> names) {
    String path = pattern.path();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      names.add(path.substring(slash + 1));
    }
  }
}
