package org.convergence.resources.spending.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of 2,000 vouchers streams in flat memory; after a kill half-way, the same report is written whole. */
@Tag(TestTags.SLOW)
class LargeReportTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PDF_MILLISECONDS = 5_000;
    private static final double GROWTH = 40;

    @TempDir
    Path folder;

    @Test
    void streamsTheArchiveOfAReportAlsoAfterAKill() throws Exception {
        Path link = TestDatabase.linkPrograms(folder);
        var environment = Map.of("CONVERGENCE_DATA_DIR", folder.toString(), "PORT", "0");
        try (var program = ChildProcess.start(LargeReportProgram.class, environment)) {
            awaitLine(program, "zip under way");
            program.kill();
        }
        try (var program = ChildProcess.start(LargeReportProgram.class, environment)) {
            Matcher pdf = awaitLine(program, "pdf (\\d+)");
            Matcher zip = awaitLine(program, "zip (\\d+) bytes, PSS ([\\d.]+) to ([\\d.]+) MB");
            System.out.println(pdf.group() + " ms; " + zip.group());
            assertThat(Integer.parseInt(pdf.group(1))).as("pdf, ms").isLessThan(PDF_MILLISECONDS);
            assertThat(Long.parseLong(zip.group(1)))
                    .isGreaterThan((long) LargeReportProgram.EXPENSES * LargeReportProgram.VOUCHER_BYTES);
            assertThat(Double.parseDouble(zip.group(3)) - Double.parseDouble(zip.group(2)))
                    .as("growth of memory, MB")
                    .isLessThan(GROWTH);
        }
        Files.delete(link);
    }

    private static Matcher awaitLine(ChildProcess program, String pattern) {
        Pattern line = Pattern.compile(pattern);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> program.lines().stream().anyMatch(line.asMatchPredicate()) || !program.isAlive());
        return program.lines().stream()
                .map(line::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow(() -> new AssertionError(String.join("\n", program.lines())));
    }
}
