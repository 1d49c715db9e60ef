package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MutableClockTest {

    private final MutableClock clock = MutableClock.at("2026-11-20T12:00:00Z");

    @Test
    void standsStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo("2026-11-20T12:00:00Z");
        clock.advance(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo("2026-11-20T12:05:00Z");
        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }

    @Test
    void sharesItsTimeWithTheSameClockInAnotherZone() {
        ZoneId logres = ZoneOffset.ofHours(-1);
        MutableClock there = clock.withZone(logres);
        clock.advance(Duration.ofHours(1));
        assertThat(there.instant()).isEqualTo("2026-11-20T13:00:00Z");
        assertThat(there.getZone()).isEqualTo(logres);
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
