package dev.usher.castle.suite;

import dev.usher.testkit.TransactionsContract;
import java.io.File;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.apiguardian.api.API;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;

/** Jars of the suite's own class path, each found by a class that is in it. */
final class Libraries {

    private Libraries() {}

    /** What a contract of the testkit's needs to run inside the server. */
    static File[] ofTheContract() {
        return Stream.of(
                        TransactionsContract.class,
                        Assertions.class,
                        ByteBuddy.class,
                        Test.class,
                        JupiterTestEngine.class,
                        TestEngine.class,
                        JUnitException.class,
                        Launcher.class,
                        AssertionFailedError.class,
                        API.class)
                .map(Libraries::jar)
                .toArray(File[]::new);
    }

    private static File jar(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
