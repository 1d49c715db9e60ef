package dev.usher.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A change of many rows that must not hold locks for long: walks a table by key, a batch at a time, each in a
 * transaction of its own.
 *
 * <p>The position is stored with each batch in the table {@value #POSITIONS}, so that a run that was killed or failed is
 * gone on with by the next one: no row is skipped or given to the work twice, whatever the work does to it, but for its
 * key. Several processes may run the same migration; they take turns. Rows that are inserted behind the position are not
 * seen: first deploy what writes new rows rightly, then migrate the old ones.
 *
 * @param <K> the type of the key
 */
public final class BatchMigration<K> {

    /** Where positions are stored. */
    public static final String POSITIONS = "usher_batch_position";

    private static final int DEFAULT_BATCH = 500;
    private final String name;
    private final Identifier table;
    private final Identifier key;
    private final IdType<K> keyType;
    private final int batchSize;

    private BatchMigration(String name, Identifier table, Identifier key, IdType<K> keyType, int batchSize) {
        this.name = name;
        this.table = table;
        this.key = key;
        this.keyType = keyType;
        this.batchSize = batchSize;
    }

    /**
     * Changes the rows of a batch.
     *
     * @param <K> the type of the key
     */
    @FunctionalInterface
    public interface Work<K> {

        /**
         * Runs inside the batch's transaction; what it throws undoes the batch and ends the run.
         *
         * @param connection not to be committed or closed
         * @param keys at least one, ascending; rows may have been deleted since
         */
        void change(Connection connection, List<K> keys) throws SQLException;
    }

    /** Is told how far a long run has come, after each batch, outside of its transaction. */
    @FunctionalInterface
    public interface Progress {

        /** Tells nobody. */
        Progress NONE = (done, total) -> {};

        /**
         * Takes the news.
         *
         * @param done rows changed, those of earlier runs included
         * @param total rows there are, about
         */
        void at(long done, long total);
    }

    /**
     * A migration of all rows of a table.
     *
     * @param name by which its position is stored, 1 to 200 characters
     * @param table with a primary key of one column
     * @param key that column
     * @param keyType its kind; {@link IdType#STRING} for any text
     */
    public static <K> BatchMigration<K> of(String name, Identifier table, Identifier key, IdType<K> keyType) {
        return new BatchMigration<>(name, table, key, keyType, DEFAULT_BATCH);
    }

    /** Rows in a batch instead of {@value #DEFAULT_BATCH}; positive. */
    public BatchMigration<K> batchSize(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("a batch has at least one row, not " + rows);
        }
        return new BatchMigration<>(name, table, key, keyType, rows);
    }

    /**
     * Runs the migration from where it stopped to the end. Does nothing if it came there before.
     *
     * @return how many rows were changed, those of earlier runs included
     * @throws DatabaseException if the database refuses what the work does; that batch is undone
     */
    public long run(DataSource dataSource, Work<K> work, Progress progress) {
        Schema.create(dataSource, BatchPosition.TABLE);
        Database database = Database.of(dataSource);
        long total = database.lend(connection -> estimate(connection, database.dialect()));
        BatchPosition position;
        do {
            position = database.inTransaction(connection -> step(connection, database.dialect(), work));
            progress.at(position.done(), Math.max(total, position.done()));
        } while (!position.finished());
        return position.done();
    }

    /** Begins anew at the next run, unless the last one stopped half-way. */
    void again(DataSource dataSource) {
        Schema.create(dataSource, BatchPosition.TABLE);
        Database.of(dataSource).inTransaction(connection -> BatchPosition.forgetFinished(connection, name));
    }

    private BatchPosition step(Connection connection, Dialect dialect, Work<K> work) throws SQLException {
        BatchPosition position = BatchPosition.lock(connection, dialect, name);
        if (position.finished()) {
            return position;
        }
        List<K> keys = keysAfter(connection, position.lastKey());
        BatchPosition next = new BatchPosition(
                keys.isEmpty() ? position.lastKey() : text(keys.get(keys.size() - 1)),
                position.done() + keys.size(),
                keys.size() < batchSize);
        if (!keys.isEmpty()) {
            work.change(connection, keys);
        }
        next.store(connection, name);
        return next;
    }

    /** A key that could not be read back would begin the walk anew. */
    private String text(K key) {
        String text = String.valueOf(key);
        if (keyType.parse(text).isEmpty()) {
            throw new IllegalStateException("a walk cannot stop at the key " + Text.printable(text));
        }
        return text;
    }

    private List<K> keysAfter(Connection connection, @Nullable String last) throws SQLException {
        String sql = "SELECT %1$s FROM %2$s%3$s ORDER BY %1$s LIMIT %4$d"
                .formatted(
                        table.quoted(key),
                        table.quoted(),
                        last == null ? "" : " WHERE " + table.quoted(key) + " > ?",
                        batchSize);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (last != null) {
                keyType.columnType().write(statement, 1, keyType.parse(last).orElseThrow());
            }
            return keys(statement);
        }
    }

    private List<K> keys(PreparedStatement statement) throws SQLException {
        List<K> keys = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                keys.add(Objects.requireNonNull(keyType.columnType().read(row, 1), "a primary key is NULL"));
            }
        }
        return keys;
    }

    /** PostgreSQL's own estimate, where it has one. */
    private long estimate(Connection connection, Dialect dialect) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            String guess = "SELECT reltuples::bigint FROM pg_class WHERE oid = to_regclass(?) AND reltuples > 0";
            List<Long> rows = Rows.of(connection, guess, table.quoted(), row -> row.getLong(1));
            if (!rows.isEmpty()) {
                return rows.get(0);
            }
        }
        return Rows.of(connection, "SELECT count(*) FROM " + table.quoted(), row -> row.getLong(1))
                .get(0);
    }
}
