/**
 * Providers to sign in at: OpenID Connect by discovery, plain OAuth 2.0, and GitHub.
 * Implements one port of {@code dev.usher.oauth}; applications make the providers and list them there.
 * Depends on core and the Nimbus OAuth 2.0 SDK; speaks HTTP by the JDK's client.
 * Everything is immutable to its callers and thread-safe.
 */
@NullMarked
package dev.usher.oauth.client;

import org.jspecify.annotations.NullMarked;
