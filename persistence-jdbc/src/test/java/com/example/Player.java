package com.example;

import dev.usher.BaseUser;
import dev.usher.jdbc.UserTable;
import dev.usher.schema.ColumnType;
import dev.usher.schema.IdType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A user of an arcade, with a number that the database makes and fields of every usual type. */
final class Player extends BaseUser<Long> {

    enum Rank {
        NOVICE,
        MASTER
    }

    static final UserTable<Player, Long> TABLE = UserTable.of("players", IdType.LONG, Player::new)
            .column("rank", ColumnType.enumeration(Rank.class), p -> p.rank, (p, value) -> p.rank = value)
            .column("coins", ColumnType.decimal(12, 2), p -> p.coins, (p, value) -> p.coins = value)
            .column("settings", ColumnType.json(), p -> p.settings, (p, value) -> p.settings = value)
            .column("birthday", ColumnType.date().nullable(), p -> p.birthday, (p, value) -> p.birthday = value)
            .column("last_seen", ColumnType.instant().nullable(), p -> p.lastSeen, (p, value) -> p.lastSeen = value)
            .column("skill", ColumnType.floating(), p -> p.skill, (p, value) -> p.skill = value);

    Rank rank = Rank.NOVICE;
    BigDecimal coins = new BigDecimal("0.00");
    String settings = "{}";

    @Nullable LocalDate birthday;

    @Nullable Instant lastSeen;

    double skill;
}
