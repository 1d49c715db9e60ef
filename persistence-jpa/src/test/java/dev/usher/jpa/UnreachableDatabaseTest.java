package dev.usher.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.ErrorCode;
import dev.usher.UserDatabase;
import dev.usher.UsersException;
import dev.usher.spi.Transactions;
import dev.usher.testkit.UnreachableDatabaseContract;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class UnreachableDatabaseTest implements UnreachableDatabaseContract<Member, UUID> {

    private final PGSimpleDataSource nobodyListens = new PGSimpleDataSource();
    private final EntityManagerFactory factory;
    private final JpaTransactions transactions;
    private final JpaUserDatabase<Member, UUID> users;

    UnreachableDatabaseTest() {
        nobodyListens.setPortNumbers(new int[] {1});
        this.factory = Persistence.createEntityManagerFactory(
                "uuid",
                Map.of(
                        "jakarta.persistence.nonJtaDataSource",
                        nobodyListens,
                        "hibernate.dialect",
                        "org.hibernate.dialect.PostgreSQLDialect",
                        "hibernate.boot.allow_jdbc_metadata_access",
                        "false"));
        this.transactions = new JpaTransactions(factory);
        this.users = new JpaUserDatabase<>(transactions, Member.class);
    }

    @AfterEach
    void closeFactory() {
        factory.close();
    }

    @Override
    public UserDatabase<Member, UUID> users() {
        return users;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public UUID unknownId() {
        return UUID.randomUUID();
    }

    @Test
    void settings_sayThatTheDatabaseIsUnreachable() {
        assertThatThrownBy(() -> HibernateSettings.on(nobodyListens))
                .isInstanceOfSatisfying(
                        UsersException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
    }
}
