package dev.usher.testkit;

import dev.usher.spi.Secret;
import dev.usher.token.TokenStrategy;
import dev.usher.token.TokenSubject;
import dev.usher.token.TokenSubject.SelfContained;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Token strategies that read wrongly. */
final class TokenReadFaults {

    private TokenReadFaults() {}

    /** Does not look at the clock. */
    @Fault("read_isEmptyOnceTheTokenHasEnded")
    static class NeverExpiringTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                boolean isAlive(SelfContained subject) {
                    return true;
                }
            };
        }
    }

    /** Allows for clocks that differ by a minute. */
    @Fault("read_isEmptyOnceTheTokenHasEnded")
    static class LeewayTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                boolean isAlive(SelfContained subject) {
                    return clock.instant().minusSeconds(60).isBefore(subject.expiresAt());
                }
            };
        }
    }

    /** Ends tokens a second before the time. */
    @Fault("read_acceptsTheTokenUntilItEnds")
    static class HastyTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                boolean isAlive(SelfContained subject) {
                    return clock.instant().plusSeconds(1).isBefore(subject.expiresAt());
                }
            };
        }
    }

    /** Signs with a key that everybody has. */
    @Fault("read_refusesTheTokenOfAnotherApplication")
    static class PublicKeyTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(TokenStrategyContractTest.OURS, clock);
        }
    }

    /** Throws where a token has too few parts. */
    @Fault({
        "read_isEmptyForAnythingThatIsNoToken",
        "read_isEmptyForEveryPartOfAToken",
        "read_isEmptyForATokenWithOneChangedCharacter"
    })
    static class ThrowingTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                public Optional<TokenSubject> read(String token) {
                    String signature = token.split("\\.", -1)[1];
                    return signature.isEmpty() ? Optional.empty() : super.read(token);
                }
            };
        }
    }

    /** Takes the header's word that a token needs no signature. */
    @Fault("read_isEmptyForAnythingThatIsNoToken")
    static class UnsignedTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                public Optional<TokenSubject> read(String token) {
                    return token.equals("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.")
                            ? Optional.of(new SelfContained(
                                    "1", 0, "none", clock.instant().plusSeconds(1)))
                            : super.read(token);
                }
            };
        }
    }

    /** Compares as many bytes of the signature as there are. */
    @Fault("read_isEmptyForEveryPartOfAToken")
    static class PrefixTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                boolean isGenuine(String encoded, String signature) {
                    return !signature.isEmpty() && encode(sign(encoded)).startsWith(signature);
                }
            };
        }
    }

    /** Compares the first half of the signature. */
    @Fault({
        "read_isEmptyForATokenWithOneChangedCharacter",
        "read_knowsOneSpellingOfAToken",
    })
    static class HalfSignedTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                boolean isGenuine(String encoded, String signature) {
                    String expected = encode(sign(encoded));
                    return signature.length() == expected.length() && signature.startsWith(expected.substring(0, 20));
                }
            };
        }
    }

    /** Compares the bytes that a lenient decoder makes of the signature. */
    @Fault("read_knowsOneSpellingOfAToken")
    static class DoublySpelledTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                boolean isGenuine(String encoded, String signature) {
                    try {
                        return Arrays.equals(
                                sign(encoded), Base64.getUrlDecoder().decode(signature));
                    } catch (IllegalArgumentException e) {
                        return false;
                    }
                }
            };
        }
    }

    /** Trims what the client sends. */
    @Fault("read_knowsOneSpellingOfAToken")
    static class TrimmedTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                public Optional<TokenSubject> read(String token) {
                    return super.read(token.strip());
                }
            };
        }
    }
}
