package dev.usher.oauth;

import org.jspecify.annotations.Nullable;

/**
 * What a browser brings back from a provider: anything at all. {@code toString} redacts both.
 *
 * @param state null where there is none
 * @param code to be redeemed, once
 */
public record OAuthReturn(@Nullable String state, String code) {

    @Override
    public String toString() {
        return "OAuthReturn[redacted]";
    }
}
