package dev.usher.jdbc;

import dev.usher.BaseUser;
import dev.usher.Email;
import dev.usher.schema.ColumnType;
import dev.usher.schema.IdType;
import java.time.DayOfWeek;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An application's user with fields of its own. */
final class Knight<ID> extends BaseUser<ID> {

    private @Nullable String motto;
    private int seat;
    private @Nullable DayOfWeek tournament;

    static <ID> UserTable<Knight<ID>, ID> table(String name, IdType<ID> idType) {
        return UserTable.<Knight<ID>, ID>of(name, idType, Knight::new)
                .column("motto", ColumnType.text(100).nullable(), Knight::motto, Knight::motto)
                .column("seat", ColumnType.integer(), Knight::seat, Knight::seat)
                .column(
                        "tournament",
                        ColumnType.enumeration(DayOfWeek.class).nullable(),
                        Knight::tournament,
                        Knight::tournament);
    }

    static <ID> Knight<ID> named(String name) {
        Knight<ID> knight = new Knight<>();
        knight.email(Email.of(name + "@camelot.bt"));
        knight.hashedPassword("$2b$12$" + name);
        knight.tokenVersion(7);
        knight.createdAt(Instant.parse("2026-11-20T10:00:00.123Z"));
        knight.updatedAt(Instant.parse("2026-11-20T11:00:00.456Z"));
        return knight;
    }

    @Nullable String motto() {
        return motto;
    }

    void motto(@Nullable String motto) {
        this.motto = motto;
    }

    int seat() {
        return seat;
    }

    void seat(int seat) {
        this.seat = seat;
    }

    @Nullable DayOfWeek tournament() {
        return tournament;
    }

    void tournament(@Nullable DayOfWeek tournament) {
        this.tournament = tournament;
    }
}
