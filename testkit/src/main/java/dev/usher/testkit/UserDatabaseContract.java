package dev.usher.testkit;

import dev.usher.User;

/**
 * What every {@link dev.usher.UserDatabase} must do, as tests. An adapter implements this in one test class for each
 * engine:
 *
 * <pre>{@code
 * class JpaUserDatabaseTest {
 *     @Nested class OnPostgres implements UserDatabaseContract<Member, UUID> {
 *         @Override public UserDatabase<Member, UUID> users() { … }      // empty before each test
 *         @Override public Transactions transactions() { … }
 *         @Override public UUID unknownId() { return UUID.randomUUID(); }
 *     }
 * }
 * }</pre>
 *
 * <p>What only some databases can do has a contract of its own: {@link AssignedIdContract},
 * {@link UniqueColumnContract}, {@link UnreachableDatabaseContract}. The database needs to serve eight transactions at
 * once, one after the other if it must.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
public interface UserDatabaseContract<U extends User<ID>, ID>
        extends UserInsertContract<U, ID>,
                UserFindContract<U, ID>,
                UserUpdateContract<U, ID>,
                UserUpdateRaceContract<U, ID>,
                UserDeleteContract<U, ID>,
                SuperuserLockContract<U, ID> {}
