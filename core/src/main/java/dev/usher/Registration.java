package dev.usher;

import java.util.List;
import java.util.Locale;

/**
 * Who may register by configuration; what it cannot say is said by {@link UserManager#admits}.
 *
 * @param open whether anybody may at all
 * @param domains only addresses of exactly these domains may, in ASCII and lower case; empty: of any
 */
public record Registration(boolean open, List<String> domains) {

    public Registration {
        domains =
                domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether somebody with this address may register. */
    public boolean admits(Email email) {
        String address = email.value();
        return open && (domains.isEmpty() || domains.contains(address.substring(address.lastIndexOf('@') + 1)));
    }
}
