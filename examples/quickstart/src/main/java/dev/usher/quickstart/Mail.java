package dev.usher.quickstart;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** A mail of the development mailbox, as {@code GET /dev/mailbox} shows it. */
@JsonbPropertyOrder({"to", "kind", "token", "link"})
public final class Mail {

    public final String to;
    public final String kind;
    public final String token;
    public final String link;

    Mail(String to, String kind, String token, String link) {
        this.to = to;
        this.kind = kind;
        this.token = token;
        this.link = link;
    }
}
