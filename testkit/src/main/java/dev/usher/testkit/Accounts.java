package dev.usher.testkit;

import dev.usher.spi.OAuthAccount;
import java.time.Instant;

/** Accounts at providers, for the contract on them. */
final class Accounts {

    /** Later than 32 bits of seconds reach. */
    static final Instant EXPIRY = Instant.parse("2112-12-21T20:12:01Z");

    private static final int MAX_TOKEN_LENGTH = 16_384;

    private Accounts() {}

    static OAuthAccount of(String provider, String accountId) {
        return new OAuthAccount(provider, accountId, "arthur@avalon.example", "access", "refresh", EXPIRY);
    }

    static OAuthAccount google(String accountId) {
        return of("google", accountId);
    }

    /** The account with everything replaced that an update replaces. */
    static OAuthAccount renewed(OAuthAccount account) {
        return new OAuthAccount(
                account.provider(),
                account.accountId(),
                "pendragon@avalon.example",
                "another access",
                "another refresh",
                EXPIRY.plusSeconds(3599));
    }

    /** The account without what a provider may not give. */
    static OAuthAccount bare(OAuthAccount account) {
        return new OAuthAccount(
                account.provider(), account.accountId(), account.accountEmail(), account.accessToken(), null, null);
    }

    /** Every component with its longest or latest value. */
    static OAuthAccount longest() {
        return new OAuthAccount(
                "p".repeat(99) + "é",
                "i".repeat(319) + "é",
                "e".repeat(319) + "é",
                "a".repeat(MAX_TOKEN_LENGTH - 1) + "=",
                "r".repeat(MAX_TOKEN_LENGTH - 1) + "=",
                Instant.parse("9999-12-31T23:59:59Z"));
    }
}
