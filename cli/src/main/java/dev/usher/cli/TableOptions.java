package dev.usher.cli;

import dev.usher.jdbc.UserTable;
import dev.usher.schema.BaseColumn;
import dev.usher.schema.IdType;
import dev.usher.schema.UserSchema.TokenTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How users lie in their table. */
final class TableOptions {

    @Option(
            names = "--table",
            paramLabel = "NAME",
            defaultValue = "users",
            description = "The table of users. Default: users")
    private String table = "";

    @Option(
            names = "--id-type",
            paramLabel = "TYPE",
            defaultValue = "uuid",
            description = "The kind of its ids: uuid, long or string. Default: uuid")
    private IdKind idType = IdKind.UUID;

    @Option(
            names = "--rename",
            paramLabel = "DEFAULT=NAME",
            description = "Another name than Usher's for a column or a table beside, e.g."
                    + " --rename email=mail --rename access_token=session")
    private Map<String, String> renamed = new LinkedHashMap<>();

    IdKind idKind() {
        return idType;
    }

    UserTable<?, ?> read() {
        return read(idType.type());
    }

    <ID> UserTable<Account<ID>, ID> read(IdType<ID> type) {
        UserTable<Account<ID>, ID> described = UserTable.of(table, type, Account::new);
        for (Map.Entry<String, String> each : renamed.entrySet()) {
            described = rename(described, each.getKey(), each.getValue());
        }
        return described;
    }

    private static <ID> UserTable<Account<ID>, ID> rename(UserTable<Account<ID>, ID> table, String from, String to) {
        Optional<BaseColumn> column = Arrays.stream(BaseColumn.values())
                .filter(each -> each.defaultName().equals(from))
                .findFirst();
        if (column.isPresent()) {
            return table.rename(column.get(), to);
        }
        return Arrays.stream(TokenTable.values())
                .filter(each -> each.defaultName().equals(from))
                .findFirst()
                .map(other -> table.rename(other, to))
                .orElseThrow(() -> new IllegalArgumentException(
                        "--rename: Usher has no column or table named " + Printable.of(from)));
    }
}
