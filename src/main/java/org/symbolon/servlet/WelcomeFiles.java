package org.symbolon.servlet;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The files that a container may serve where a directory is asked for. */
final class WelcomeFiles {
  /** What the servers' own defaults are, and what Faces makes of them. */
  private static final List<String> USUAL =
      List.of("index.html", "index.htm", "index.jsp", "index.xhtml", "index.jsf", "index.faces");

  private WelcomeFiles() {}

  /** The usual ones, and those of {@code web.xml}. */
  static Set<String> of(ServletContext context) {
    Set<String> names = new LinkedHashSet<>(USUAL);
    try (InputStream in = context.getResourceAsStream("/WEB-INF/web.xml")) {
      if (in != null) {
        read(in, names);
      }
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("WEB-INF/web.xml of this application cannot be read", e);
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
}
