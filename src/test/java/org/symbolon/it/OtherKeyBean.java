package org.symbolon.it;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.symbolon.AccessTokenKey;
import org.symbolon.AccessTokenKeys;

/** One bean too many. */
@Dependent
public class OtherKeyBean implements AccessTokenKeys {
  @Override
  public List<AccessTokenKey> keys() {
    return List.of(KeyBean.fresh());
  }
}
