package dev.usher.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What look-ups take, as a table for the documentation. */
record LookUpTable(FaultyDataSource dataSource, DataSource observer) {

    private static final String COUNT = "usher.test.users";
    private static final int MANY = 1000;
    private static final int FEW = 10;
    private static final Pattern TOLD = Pattern.compile(".*(Scan|Cond|Filter|SCAN|SEARCH|B-TREE|Sort ).*");
    private static final Pattern ARROW = Pattern.compile("^->\\s+");
    private static final Pattern PARAMETERS = Pattern.compile("\\$(\\d+), .*, (\\$\\d+)");

    static int users() {
        return Integer.getInteger(COUNT, 200_000);
    }

    static boolean isWanted() {
        return System.getProperty(COUNT) != null;
    }

    void write(List<LookUp> lookUps) throws IOException {
        QueryPlans plans = QueryPlans.of(observer);
        List<String> lines = new ArrayList<>(List.of("| look-up | plan | median | 99 of 100 |", "|---|---|---:|---:|"));
        for (LookUp lookUp : lookUps) {
            String steps = plans.of(lookUp.statements(dataSource), observer).stream()
                    .flatMap(List::stream)
                    .filter(step -> TOLD.matcher(step).matches())
                    .map(LookUpTable::step)
                    .collect(Collectors.joining("<br>"));
            lines.add("| " + lookUp.name() + " | " + steps + " | " + measured(lookUp) + " |");
        }
        String name = "look-ups-" + plans.name().toLowerCase(Locale.ROOT) + ".md";
        Files.write(Path.of("target", name), lines);
    }

    private static String step(String step) {
        String words = ARROW.matcher(step).replaceFirst("");
        return "`" + PARAMETERS.matcher(words).replaceFirst("\\$$1, …, $2") + "`";
    }

    private static String measured(LookUp lookUp) {
        int times = lookUp.kind() == LookUp.Kind.WRITING ? FEW : MANY;
        long[] nanos = new long[times];
        for (int warmUp = 0; warmUp < times && times == MANY; warmUp++) {
            lookUp.call().accept(user(warmUp, times) + 1);
        }
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            lookUp.call().accept(user(i, times));
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return millis(nanos[times / 2]) + " | " + millis(nanos[times * 99 / 100]);
    }

    /** Users far from each other; those who expired first come first. */
    private static int user(int i, int times) {
        return (int) ((long) (i + 1) * (users() - 2) / times);
    }

    private static String millis(long nanos) {
        return "%.2f ms".formatted(nanos / 1e6);
    }
}
