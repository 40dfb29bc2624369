package org.symbolon.cdi;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What {@code <absolute-ordering>} of {@code web.xml} leaves out has no {@code
 * ServletContainerInitializer} (Jakarta Servlet §8.2.2). Read where the server has unpacked the
 * WAR: Payara starts CDI before there is a servlet context to ask.
 */
final class AbsoluteOrdering {
  private static final System.Logger LOG = System.getLogger(AbsoluteOrdering.class.getName());

  private AbsoluteOrdering() {}

  /** The descriptor that leaves this JAR out, or {@code null} if there is none to be seen. */
  static @Nullable Path leavingOut(Class<?> type) {
    Path descriptor = descriptor(type);
    try {
      return descriptor != null && Files.isRegularFile(descriptor) && leavesOut(descriptor)
          ? descriptor
          : null;
    } catch (IOException | XMLStreamException e) {
      LOG.log(Level.DEBUG, "the descriptor cannot be read", e);
      return null;
    }
  }

  /** {@code WEB-INF/web.xml} for a JAR in {@code WEB-INF/lib}. */
  private static @Nullable Path descriptor(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      Path jar = source == null ? null : Path.of(source.getLocation().toURI());
      Path folder = jar == null ? null : jar.getParent();
      return folder != null && folder.endsWith(Path.of("WEB-INF", "lib"))
          ? folder.resolveSibling("web.xml")
          : null;
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      LOG.log(Level.DEBUG, "the WAR is not unpacked", e);
      return null;
    }
  }

  /** The library's JAR has no name of a fragment, so only {@code <others/>} means it. */
  static boolean leavesOut(Path descriptor) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Files.newInputStream(descriptor)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      boolean ordered = false;
      boolean others = false;
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          ordered |= xml.getLocalName().equals("absolute-ordering");
          others |= ordered && xml.getLocalName().equals("others");
        }
      }
      return ordered && !others;
    }
  }
}
