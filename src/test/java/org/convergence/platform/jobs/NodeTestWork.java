package org.convergence.platform.jobs;

import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The work of a node in the test of two nodes: it records each step and each turn, with its own number. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("convergence.test.node")
class NodeTestWork {

    private static final long NODE = ProcessHandle.current().pid();

    private record CountingParameters(UUID count) {}

    private record CountingPosition(int step) {}

    @Bean
    static Job countingOfNodes(JdbcClient db) {
        return new JobInSteps<>(
                "counting",
                CountingParameters.class,
                new CountingPosition(0),
                asked -> 40,
                1,
                (asked, at) -> {
                    if (at.step() == 40) {
                        return Optional.empty();
                    }
                    db.sql("INSERT INTO platform.test_step (run, step, node) SELECT ?, ?, ? FROM pg_sleep(0.2)")
                            .params(asked.count(), at.step() + 1, NODE)
                            .update();
                    return Optional.of(new CountingPosition(at.step() + 1));
                },
                (asked, end) -> null);
    }

    @Bean
    static RecurringWork tickingOfNodes(JdbcClient db) {
        return new RecurringWork() {
            @Override
            public String name() {
                return "ticking";
            }

            @Override
            public String cron() {
                return "* * * * * *";
            }

            @Override
            public void run() {
                db.sql("INSERT INTO platform.test_turn (node, began) VALUES (?, clock_timestamp())")
                        .param(NODE)
                        .update();
                db.sql("SELECT pg_sleep(1)").query().listOfRows();
                db.sql("UPDATE platform.test_turn SET ended = clock_timestamp() WHERE node = ? AND ended IS NULL")
                        .param(NODE)
                        .update();
            }
        };
    }
}
