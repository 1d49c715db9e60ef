package dev.usher.testkit;

import dev.usher.spi.Secret;
import dev.usher.token.TokenGrant;
import dev.usher.token.TokenStrategy;
import dev.usher.token.TokenSubject;
import dev.usher.token.TokenSubject.SelfContained;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Token strategies that issue wrongly. */
final class TokenIssueFaults {

    private TokenIssueFaults() {}

    /** Cuts user ids. */
    @Fault("issue_makesATokenThatSaysWhoseItIs")
    static class CuttingTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                public String issue(TokenGrant grant) {
                    String userId = grant.userId();
                    return super.issue(
                            new TokenGrant(userId.substring(0, Math.min(100, userId.length())), grant.tokenVersion()));
                }
            };
        }
    }

    /** Writes out the user id as it is. */
    @Fault("issue_makesPrintableAsciiOfAtMost4096Characters")
    static class UnencodedTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                public String issue(TokenGrant grant) {
                    String token = super.issue(grant);
                    return grant.userId().chars().allMatch(c -> c < 0x80) ? token : token + "." + grant.userId();
                }

                @Override
                public Optional<TokenSubject> read(String token) {
                    String[] parts = token.split("\\.", -1);
                    boolean named = parts.length == 3 && parts[2].chars().anyMatch(c -> c >= 0x80);
                    return super.read(named ? parts[0] + "." + parts[1] : token);
                }
            };
        }
    }

    /** Has no token id, so that a log-out ends more than one session. */
    @Fault({"issue_givesEveryTokenAnIdOfItsOwn", "issue_givesTokensIdsOfTheirOwnUnderManyThreads"})
    static class ReplayableTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                String newTokenId() {
                    return "session";
                }
            };
        }
    }

    /** Takes token ids from a counter that two threads may read at once. */
    @Fault("issue_givesTokensIdsOfTheirOwnUnderManyThreads")
    static class RacingTokens extends BrokenTokens {
        private final Window window = new Window();
        private volatile int next;

        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                String newTokenId() {
                    int id = next;
                    window.open();
                    next = id + 1;
                    return "token" + id;
                }
            };
        }
    }

    /** Says that tokens live for no time. */
    @Fault({
        "lifetime_isPositive",
        "read_saysWhenTheTokenEnds",
    })
    static class TimelessTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                public Duration lifetime() {
                    return Duration.ZERO;
                }
            };
        }
    }

    /** Says the wrong end. */
    @Fault({
        "read_saysWhenTheTokenEnds",
        "read_isEmptyOnceTheTokenHasEnded",
    })
    static class SlidingTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                SelfContained subject(String encoded) {
                    SelfContained read = super.subject(encoded);
                    return new SelfContained(
                            read.userId(),
                            read.tokenVersion(),
                            read.tokenId(),
                            clock.instant().plus(lifetime()));
                }
            };
        }
    }

    /** Says that its tokens must be stored, although they say everything themselves. */
    @Fault("issuesReferences_isFalse")
    static class WronglyReferringTokens extends BrokenTokens {
        @Override
        TokenStrategy broken(Secret secret, Clock clock) {
            return new ToyTokens(secret, clock) {
                @Override
                public boolean issuesReferences() {
                    return true;
                }
            };
        }
    }
}
