package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Concurrent requests create one plan from one draft. */
@ModuleTest
class ConcurrentPlanCreationTest {

    private static final String PLAN = """
            Plan d’action 2025

            Objectif 1 : Tisser des liens

            1.1 Ateliers

            - Donner des ateliers sur demande.
            - Créer un atelier.
            """;

    @Autowired
    private PlanImportService reading;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private DataSource pool;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepareOrganisation() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM plan.reading_draft").update();
    }

    @Test
    void doubleSubmissionCreatesOnePlan() throws Exception {
        UUID draft = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR), () -> reading.createDraft("plan.txt", bytes(PLAN)));
        long before = plans();
        List<Callable<?>> presses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            presses.add(() -> reading.create(draft, 0, "Plan d’action 2025", PlanKind.ANNUAL, null, null));
        }
        var ends = atOnce.runTogether(visitors.actor(Role.COORDINATOR), presses);
        assertThat(plans() - before).isEqualTo(1);
        assertThat(ends)
                .filteredOn(end -> !end.went())
                .hasSize(2)
                .allSatisfy(end -> assertThat(end.thrown()).isInstanceOf(NotFound.class));
    }

    @Test
    void waitingForAReadHoldsNoDatabaseConnection() throws Exception {
        var connections = pool.unwrap(HikariDataSource.class);
        String longer = PLAN + "- Une action de plus, avec les membres.\n".repeat(1_500);
        List<Callable<?>> readers = new ArrayList<>();
        for (int i = 0; i < connections.getMaximumPoolSize() + 2; i++) {
            readers.add(() -> reading.createDraft("plan.txt", bytes(longer)));
        }
        var reader = visitors.actor(Role.COORDINATOR);
        CompletableFuture<List<ConcurrentActions.ActionResult>> all =
                CompletableFuture.supplyAsync(() -> atOnce.runTogether(reader, readers));
        int most = 0;
        while (!all.isDone()) {
            most = Math.max(most, connections.getHikariPoolMXBean().getActiveConnections());
            Thread.sleep(1);
        }
        assertThat(most).isLessThanOrEqualTo(3);
    }

    private long plans() {
        return db.sql("SELECT count(*) FROM plan.actionplan_plan")
                .query(Long.class)
                .single();
    }

    private static InputStreamSource bytes(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
    }
}
