package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.DateTimeException;
import org.junit.jupiter.api.Test;

class LoggableExceptionTest {

    @Test
    void keepsTypesAndStackTracesWithoutMessages() {
        var quoting = new DateTimeException("Text 'Wilhelmine' could not be parsed");
        quoting.addSuppressed(new IllegalArgumentException("Wilhelmine"));
        var sql = new SQLException("Key (name)=(Wilhelmine) exists", "23505", quoting);
        String log = printed(LoggableException.of(new IllegalStateException("Wilhelmine", sql)));
        assertThat(log)
                .doesNotContain("Wilhelmine")
                .contains(
                        "java.lang.IllegalStateException",
                        "java.sql.SQLException: SQL state 23505",
                        "java.time.DateTimeException",
                        "LoggableExceptionTest.java:");
    }

    @Test
    void endsAtCircularCause() {
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
