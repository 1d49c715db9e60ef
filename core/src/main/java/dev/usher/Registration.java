package dev.usher;

import java.util.List;

/**
 * Who may register by configuration; what it cannot say is said by {@link UserManager#admits}.
 *
 * @param open whether anybody may at all
 * @param domains only addresses of exactly these domains may, kept as addresses have them; empty: of any
 */
public record Registration(boolean open, List<String> domains) {

    public Registration {
        domains = domains.stream().map(Registration::canonical).toList();
    }

    private static String canonical(String domain) {
        return Email.parse("anybody@" + domain)
                .map(Registration::domain)
                .orElseThrow(() -> new IllegalArgumentException(
                        "usher.registration.domains: no address can be of the domain '" + domain + "'"));
    }

    private static String domain(Email email) {
        return email.value().substring(email.value().lastIndexOf('@') + 1);
    }

    /** Whether somebody with this address may register. */
    public boolean admits(Email email) {
        return open && (domains.isEmpty() || domains.contains(domain(email)));
    }
}
