package org.convergence.plan.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads very large calendars in a process with 256 MB. */
@Tag(TestTags.INTEGRATION)
@Tag(TestTags.SLOW)
class LargeCalendarTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 12);

    @TempDir
    Path folder;

    /** Reads the file that the argument names. */
    static final class Program {

        public static void main(String[] arguments) throws IOException {
            long begun = System.nanoTime();
            try (InputStream file = Files.newInputStream(Path.of(arguments[0]))) {
                int many = CalendarReader.read(file, TODAY, ZoneId.of("America/Toronto"))
                        .occurrences()
                        .size();
                long used = Runtime.getRuntime().totalMemory()
                        - Runtime.getRuntime().freeMemory();
                System.out.println("read " + many + " in " + (System.nanoTime() - begun) / 1_000_000 + " ms, "
                        + used / 1_000_000 + " MB");
            } catch (Refused refused) {
                System.out.println("refused " + refused.messageKey());
            }
            System.out.println("end");
        }
    }

    @Test
    void readsFiftyThousandEntriesAndRefusesAMillion() throws Exception {
        assertThat(read(50_000)).startsWith("read ");
        assertThat(read(1_000_000)).startsWith("refused calendar.refused.too-many");
    }

    private String read(int many) throws Exception {
        Path file = folder.resolve(many + ".ics");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("BEGIN:VCALENDAR\r\n");
            for (int i = 0; i < many; i++) {
                LocalDate day = TODAY.minusDays(180).plusDays(i % 360);
                out.write("BEGIN:VEVENT\r\nUID:" + i + "@exemple\r\nSUMMARY:Rencontre numéro " + i
                        + " avec toute l’équipe\r\nDTSTART;TZID=America/Toronto:"
                        + day.toString().replace("-", "") + "T100000\r\nDURATION:PT1H\r\n"
                        + (i % 10 == 0 ? "RRULE:FREQ=WEEKLY;COUNT=3\r\n" : "")
                        + "DESCRIPTION:" + "bla ".repeat(40) + "\r\nEND:VEVENT\r\n");
            }
            out.write("END:VCALENDAR\r\n");
        }
        try (var program = ChildProcess.start(Program.class, Map.of(), file.toString())) {
            Awaitility.await()
                    .atMost(4, TimeUnit.MINUTES)
                    .until(() -> program.lines().contains("end") || !program.isAlive());
            assertThat(program.lines()).contains("end");
            System.out.println(many + ": " + program.lines());
            return program.lines().stream()
                    .filter(line -> line.startsWith("read") || line.startsWith("refused"))
                    .findFirst()
                    .orElse("");
        }
    }
}
