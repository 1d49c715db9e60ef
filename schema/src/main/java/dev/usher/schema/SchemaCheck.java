package dev.usher.schema;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import javax.sql.DataSource;

/** What to do at start-up about tables that are not as they should be. */
public enum SchemaCheck {

    /** Do not start; warnings are logged. */
    FAIL,

    /** Log what is wrong, and the SQL that mends it. */
    WARN,

    /** Do not look. */
    OFF;

    private static final Logger LOG = System.getLogger(SchemaCheck.class.getName());

    /**
     * Compares the tables with their description.
     *
     * @throws SchemaMismatchException if this is {@link #FAIL} and they differ, other than by a
     *     {@linkplain Difference.Kind#isWarning warning}
     */
    public void run(DataSource dataSource, UserSchema schema) {
        if (this == OFF) {
            return;
        }
        List<Difference> differences = Schema.validate(dataSource, schema);
        if (this == FAIL && differences.stream().anyMatch(each -> !each.kind().isWarning())) {
            throw new SchemaMismatchException(differences);
        }
        differences.forEach(each -> LOG.log(Level.WARNING, each.toString()));
    }
}
