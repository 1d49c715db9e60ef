/**
 * Tokens: signed access tokens and the short-lived tokens that are mailed.
 * Further kinds of access tokens implement {@link dev.usher.token.TokenStrategy} and prove it with the testkit.
 * Depends on {@code spi} and Nimbus JOSE+JWT; knows neither users nor databases.
 * Everything is thread-safe.
 */
@NullMarked
package dev.usher.token;

import org.jspecify.annotations.NullMarked;
