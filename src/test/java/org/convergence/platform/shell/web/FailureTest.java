package org.convergence.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database refuses for its values is the request's fault, and says so; a missing value is ours. */
class FailureTest {

    @ParameterizedTest
    @CsvSource({"23503, 422", "23514, 422", "22001, 422", "22003, 422", "22021, 400", "23502, 500", "23505, 500"})
    void statusOfARefusalByTheDatabase(String state, int status) {
        var refused = new DataIntegrityViolationException("x", new SQLException("secret", state));
        assertThat(Failure.of(refused).status()).isEqualTo(status);
    }
}
