package org.convergence.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records whose words name more than one sealed person. */
@ModuleTest
class WithheldRecordsTest {

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Autowired
    private WithheldRecords withheld;

    @Autowired
    private JdbcClient db;

    @AfterEach
    void clear() {
        withheld.releaseAll(first);
        withheld.releaseAll(second);
    }

    @Test
    void recordThatNamesTwoPeopleStaysWithheldForTheSecond() {
        UUID record = UUID.randomUUID();
        for (UUID cause : new UUID[] {first, second}) {
            db.sql(
                            "INSERT INTO platform.shell_withheld (id, page, cause, since) VALUES (?, '/records/' || ?, ?, now())")
                    .params(record, record, cause)
                    .update();
        }
        withheld.release(first, record);
        assertThat(withheld.findByCause(first)).isEmpty();
        assertThat(withheld.isWithheld(record)).isTrue();
        withheld.release(second, record);
        assertThat(withheld.isWithheld(record)).isFalse();
    }
}
