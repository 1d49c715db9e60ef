/**
 * Accounts at other providers (OAuth 2.0, OpenID Connect): what a provider must be able to do, and the flow that leads a
 * browser there and back.
 *
 * <p>Providers are implemented by the module {@code usher-oauth} or by the application. Depends on
 * {@code dev.usher.token} and {@code dev.usher.spi}. Everything is immutable and thread-safe.
 */
@NullMarked
package dev.usher.oauth;

import org.jspecify.annotations.NullMarked;
