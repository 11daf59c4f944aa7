package org.convergence.platform.jobs;

import java.util.Map;
import org.convergence.platform.database.Json;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The work of a node in the test of two nodes: it records each step and each turn, with its own number. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("convergence.test.node")
class NodeTestWork {

    private static final long NODE = ProcessHandle.current().pid();

    @Bean
    static Job countingOfNodes(JdbcClient db) {
        return new Job() {
            @Override
            public String kind() {
                return "counting";
            }

            @Override
            public void run(JobRun run) throws InterruptedException {
                for (int row = run.position().node().path("row").asInt(0) + 1; row <= 40; row++) {
                    int current = row;
                    run.step(1, () -> {
                        db.sql("INSERT INTO platform.test_step (run, step, node) VALUES (?, ?, ?)")
                                .params(run.id(), current, NODE)
                                .update();
                        return Json.of(Map.of("row", current));
                    });
                    Thread.sleep(200);
                }
            }
        };
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
