package dev.usher.castle;

import dev.usher.schema.Column;
import dev.usher.schema.ColumnType;
import dev.usher.schema.IdType;
import dev.usher.schema.Schema;
import dev.usher.schema.SchemaCheck;
import dev.usher.schema.UserSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;

/** The tables: made when the application starts, as is right for development, and compared with what is expected. */
@ApplicationScoped
public class Tables {

    private static final UserSchema MEMBERS = UserSchema.of("users", IdType.UUID)
            .column(Column.plain("first_name", ColumnType.text(100).nullable()))
            .column(Column.plain("team", ColumnType.text(100).nullable()));

    void create(@Observes @Initialized(ApplicationScoped.class) Object start, DataSource dataSource) {
        Schema.create(dataSource, MEMBERS);
        SchemaCheck.FAIL.run(dataSource, MEMBERS);
    }
}
