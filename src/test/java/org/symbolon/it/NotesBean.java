package org.symbolon.it;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.symbolon.CurrentSession;
import org.symbolon.UserId;

/** Behind the Faces pages. */
@Named("notes")
@RequestScoped
public class NotesBean {
  @Inject CurrentSession session;
  private String text = "";
  private String said = "";

  public String getUser() {
    return session.find().map(it -> it.userId().toString()).orElse("nobody");
  }

  public String getText() {
    return text;
  }

  public void setText(String newText) {
    text = newText;
  }

  public String getSaid() {
    return said;
  }

  public void save() {
    said = getUser() + " noted: " + text;
    text = "";
  }

  public String login() {
    session.create(UserId.of(text), LoginResource.payload("user"), null);
    return "/pages/notes?faces-redirect=true";
  }

  public String logout() {
    session.revoke();
    return "/login?faces-redirect=true";
  }
}
