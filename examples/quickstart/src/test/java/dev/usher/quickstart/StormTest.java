package dev.usher.quickstart;

import java.nio.file.Path;

/** The storms on every storage of the contract; {@link PostgresStormTest} has one more. */
@Contract
class StormTest extends Storms {

    private final Launch launch;
    private final MemberTable table;

    StormTest(Launch launch, MemberTable table) {
        this.launch = launch;
        this.table = table;
    }

    @Override
    Launch launch(Path folder) {
        return launch;
    }

    @Override
    MemberTable table() {
        return table;
    }
}
