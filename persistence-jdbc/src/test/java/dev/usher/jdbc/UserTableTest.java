package dev.usher.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.schema.BaseColumn;
import dev.usher.schema.Column;
import dev.usher.schema.ColumnType;
import dev.usher.schema.IdType;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserTableTest {

    private final UserTable<Knight<UUID>, UUID> table = Knight.table("users", IdType.UUID);

    @Nested
    class AColumn {

        @Test
        void comesAfterThoseOfUsher() {
            assertThat(table.definition().columns().stream().map(Column::name))
                    .extracting(name -> name.name())
                    .startsWith("id", "email", "hashed_password", "is_active", "is_superuser", "is_verified")
                    .endsWith("updated_at", "motto", "seat", "tournament");
        }

        @Test
        void hasANameOfItsOwn() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.column("SEAT", ColumnType.integer(), Knight::seat, Knight::seat))
                    .withMessageContaining("SEAT");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.column("", ColumnType.integer(), Knight::seat, Knight::seat));
        }

        @Test
        void takesNoNullUnlessItIsNullable(@TempDir Path folder) {
            UserTable<Knight<UUID>, UUID> strict =
                    table.column("shield", ColumnType.text(), Knight::motto, Knight::motto);
            try (HikariDataSource pool = Engine.sqlite(folder).pool(1)) {
                strict.createTables(pool);
                JdbcUserDatabase<Knight<UUID>, UUID> users = new JdbcUserDatabase<>(new JdbcTransactions(pool), strict);

                assertThatIllegalArgumentException()
                        .isThrownBy(() -> users.insert(Knight.named("arthur")))
                        .withMessage("column shield takes no null");
            }
        }
    }

    @Nested
    class Rename {

        @Test
        void leavesTheTableItStartedFrom() {
            assertThat(table.rename(BaseColumn.EMAIL, "mail").definition()).isNotEqualTo(table.definition());
            assertThat(table.name(BaseColumn.EMAIL).name()).isEqualTo("email");
        }

        @Test
        void refusesTheNameOfAnotherColumn() {
            assertThatIllegalArgumentException().isThrownBy(() -> table.rename(BaseColumn.EMAIL, "motto"));
        }
    }
}
