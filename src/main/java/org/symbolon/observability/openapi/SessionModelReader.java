package org.symbolon.observability.openapi;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASModelReader;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.symbolon.config.InvalidConfigurationException;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.SessionConfigReader;

/**
 * What the library serves, and how its sessions are presented, for the application's OpenAPI
 * document. A reader of the application's own can start from what this one builds.
 */
public class SessionModelReader implements OASModelReader {

  /** For the server, and for readers that go on from here. */
  public SessionModelReader() {}

  /** The paths as they are configured. With a configuration that is refused, nothing. */
  @Override
  public OpenAPI buildModel() {
    OpenAPI document = OASFactory.createOpenAPI();
    Config source = ConfigProvider.getConfig();
    try {
      SessionConfig config =
          SessionConfigReader.readSilently(name -> source.getOptionalValue(name, String.class));
      document.setComponents(SecuritySchemes.components(config));
      document.setPaths(new SessionPaths(config).paths());
      document.addTag(
          OASFactory.createTag().name(SessionPaths.TAG).description("Sessions, by Symbolon"));
    } catch (InvalidConfigurationException e) {
      // the deployment stops with the same complaint
    }
    return document;
  }
}
