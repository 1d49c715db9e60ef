package dev.usher.oauth;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The providers at which an application lets its users sign in. */
public interface OAuthProviders {

    /** All of them, at least one. */
    List<OAuthProvider> list();

    /** The provider of a name. */
    default Optional<OAuthProvider> find(String name) {
        return list().stream().filter(provider -> provider.name().equals(name)).findFirst();
    }

    /**
     * Lists providers.
     *
     * @throws IllegalArgumentException if there is none, if two have one name, or if a name is none; it cannot be
     *     {@code associate}, which is a path of the endpoints
     */
    static OAuthProviders of(OAuthProvider... providers) {
        List<OAuthProvider> list = List.of(providers);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one provider to sign in at");
        }
        Set<String> taken = new HashSet<>(Set.of("associate"));
        for (OAuthProvider provider : list) {
            if (!provider.name().matches("[a-z0-9_-]{1,100}")) {
                throw new IllegalArgumentException("a provider cannot be named '" + provider.name()
                        + "': a name has 1 to 100 lower-case letters, digits, - and _");
            }
            if (!taken.add(provider.name())) {
                throw new IllegalArgumentException(
                        "a provider cannot be named '" + provider.name() + "': the name is taken");
            }
        }
        return () -> list;
    }
}
