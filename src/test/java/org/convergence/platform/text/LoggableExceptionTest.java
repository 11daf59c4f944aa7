package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LoggableExceptionTest {

    @Test
    void tellsTypesAndPlacesWithoutTheWordsOfPeople() {
        try {
            LocalDate.parse("Wilhelmine");
        } catch (RuntimeException thrown) {
            thrown.addSuppressed(new IllegalArgumentException("Wilhelmine"));
            var outer = new IllegalStateException(
                    "Wilhelmine", new IllegalStateException("Wilhelmine", new SQLException("Wilhelmine", "23505")));
            outer.getCause().getCause().initCause(thrown);
            String log = printed(LoggableException.of(outer));
            assertThat(log)
                    .doesNotContain("Wilhelmine")
                    .contains(
                            "java.lang.IllegalStateException",
                            "java.sql.SQLException: SQL state 23505",
                            "java.time.format.DateTimeParseException",
                            "LoggableExceptionTest.java:");
        }
    }

    @Test
    void endsWhereACauseCausesItself() {
        var first = new IllegalStateException("a");
        var second = new IllegalStateException("b", first);
        first.initCause(second);
        assertThat(printed(LoggableException.of(first))).contains("IllegalStateException");
    }

    private static String printed(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
