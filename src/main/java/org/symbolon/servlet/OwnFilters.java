package org.symbolon.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Our filters in a web application, and whether the server has let us register them. */
final class OwnFilters {
  private static final String NOTE = OwnFilters.class.getName();

  private OwnFilters() {}

  /** Our initializer was called. */
  static void note(ServletContext context) {
    context.setAttribute(NOTE, true);
  }

  static boolean areNoted(ServletContext context) {
    return context.getAttribute(NOTE) != null;
  }

  /** Before those of the application. */
  static void add(ServletContext context, Class<? extends Filter> type) {
    map(context.addFilter(type.getName(), type));
  }

  /** Where a server starts an application in spite of an exception. */
  static void refuseAll(ServletContext context, String line) {
    map(context.addFilter(RefusingFilter.class.getName(), new RefusingFilter(line)));
  }

  private static void map(FilterRegistration.@Nullable Dynamic filter) {
    if (filter != null) {
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(
          EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC), false, "/*");
    }
  }
}
