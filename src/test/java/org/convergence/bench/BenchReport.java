package org.convergence.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The table of measurements and their limits. */
final class BenchReport {

    private final List<String> rows = new ArrayList<>();
    private boolean good = true;

    /**
     * Adds a measurement.
     *
     * @param what what was measured, on how much data
     * @param measured the figure with its unit
     * @param beside the baseline, from the same run
     * @param bar the limit
     */
    void add(String what, String measured, String beside, String bar, boolean kept) {
        String row = "| " + String.join(" | ", what, measured, beside, bar, kept ? "yes" : "**no**") + " |";
        rows.add(row);
        good &= kept;
        print(row);
    }

    /** Adds a row for what could not be measured, and why. */
    void addMissing(String what, String why) {
        rows.add("| " + what + " | – | – | – | " + why + " |");
        print(what + ": " + why);
    }

    boolean isGood() {
        return good;
    }

    void write(Path file, String day) throws IOException {
        String text =
                """
                # Speed and memory

                Written by `./bench` on %s: %s.

                The application runs with `-Xmx256m`, reached over HTTP on loopback by a signed-in user. Each page is \
                compared with its own queries, run over JDBC on the same database, in alternation; times are medians, \
                in milliseconds. A page meets its bar if it takes at most 15 ms more than the queries, or at most \
                three times as long, and at most 1.3 times longer on ten times the years, realisations, hours, \
                meetings and people. Small: 50 years of plans, 27,000 realisations, 200,000 entries of hours, 2,000 \
                meetings with 20,000 resolutions and as many follow-ups, 5,000 organisations, 20,000 people, 10 \
                connected calendars of 5,000 entries, 5,000 positions, 2,000 urgent actions with 50,000 signatures, \
                20,000 decision-makers, 50,000 items of watch, 5,000 missions, 20,000 requests for workshops, \
                10,000 sessions with 200,000 answers, 5,000 applications, 50,000 gifts, 200 agreements with 200,000 expenses, 100 projects \
                with 500,000 values; of advocacy, the actions and \
                signatures alone are multiplied.

                | what | measured | compared with | bar | met |
                | --- | --- | --- | --- | --- |
                %s

                %s%s""".formatted(day, machine(), String.join("\n", rows), readNotes("bars.md"), readNotes("minutes.md"));
        Files.writeString(file, text);
    }

    /** Hand-written notes on limits not met, and on the time users need, from the journeys. */
    private static String readNotes(String part) throws IOException {
        try (InputStream in = BenchReport.class.getResourceAsStream(part)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String machine() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        long memory = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 / 1024)
                .findFirst()
                .orElse(0);
        return Runtime.getRuntime().availableProcessors() + " cores (" + model + "), " + memory + " GB, Java "
                + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.version")
                + ", load " + Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0] + " at the end";
    }

    static String ms(double milliseconds) {
        return String.format(Locale.ROOT, "%.1f ms", milliseconds);
    }

    @SuppressWarnings("SystemOut")
    static void print(String text) {
        System.out.println(text);
    }
}
