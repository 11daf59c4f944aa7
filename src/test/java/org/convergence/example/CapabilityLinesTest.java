package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Work of a capability that serves no line stays out of the annual report, the note to the board and the leaflets: in
 * the example organisation, each kind of work leaves its realisation on a line of the plan.
 */
@ModuleTest
class CapabilityLinesTest {

    @Autowired
    private ExampleFixture example;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void theExample() {
        example.ensure();
    }

    /** Its plan has no line for four of them, and its dues are called before its plan is entered. */
    @Test
    void eachKindOfWorkServesALineOfTheYear() {
        assertThat(values("""
                        SELECT r.source_module || ' ' || r.source_kind FROM plan.realisation r
                        JOIN plan.actionplan_plan p ON p.kind = 'ANNUAL' AND p.status = 'ADOPTED'
                            AND r.ends_on BETWEEN p.period_from AND p.period_to
                        WHERE r.state = 'DONE' AND r.source_module IS NOT NULL
                        GROUP BY r.source_module, r.source_kind
                        HAVING NOT bool_or(EXISTS (SELECT FROM plan.realisation_served s WHERE s.realisation = r.id))
                        """))
                .containsExactlyInAnyOrder(
                        "outreach.media release",
                        "plan.volunteering task",
                        "resources.dues call",
                        "safety.assessment year",
                        "safety.mission mission");
    }

    @Test
    void workWithoutParticipantsLeavesARealisation() {
        assertThat(values("SELECT DISTINCT source_module FROM plan.realisation WHERE state = 'DONE'"))
                .contains(
                        "education.tool",
                        "outreach.assembly",
                        "resources.dues",
                        "resources.grant",
                        "resources.subsidy",
                        "safety.assessment");
    }

    private List<String> values(String sql) {
        return db.sql(sql).query(String.class).list();
    }
}
