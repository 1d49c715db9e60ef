package dev.usher.testkit;

/**
 * What creating, migrating and validating the tables of an adapter must do, as far as every engine can tell. A subject
 * implements the hooks of {@link SchemaSubject} for one database and one kind of ids:
 *
 * <pre>{@code
 * @Nested class OnPostgres implements SchemaContract {
 *     @Override public DataSource dataSource() { … }
 *     @Override public void create() { … }
 *     @Override public int migrate() { … }
 *     @Override public List<String> differences() { … }
 * }
 * }</pre>
 *
 * <p>Tables are compared by what {@link java.sql.DatabaseMetaData} tells: names, types, sizes, nullability, keys,
 * indexes and foreign keys. It tells nothing of collations, defaults and checks.
 */
public interface SchemaContract extends SchemaCreateContract, SchemaMigrateContract, SchemaDifferencesContract {}
