package org.convergence.plan.volunteering.domain;

import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.shell.PublicWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People in charge of tasks, and names of people in texts. */
@Configuration(proxyBeanMethods = false)
class VolunteeringReferences {

    /** Someone is still to be found, or to say what was done. */
    private static final String OWED = """
            (closed_on IS NULL OR EXISTS (SELECT FROM plan.volunteering_sign_up s
                WHERE s.task = volunteering_task.id AND s.state = 'TAKEN'))""";

    @Bean
    static IdentityReferences referencesFromVolunteering(ReferenceDeclarations declare) {
        return declare.table(VolunteeringService.TASKS)
                .person("responsible", ErasureRule.CLEAR)
                .texts(Map.of("what", 200, "detail", 2_000))
                .textsOf(VolunteeringService.SIGN_UPS, Map.of("name", 200, "mail", 254));
    }

    @Bean
    static Holding offeredTasks(JdbcClient db) {
        return new ColumnHolding(
                db, "volunteering.holding", 27, VolunteeringService.TASKS + ".responsible", OWED, """
                SELECT id, what, NULL AS detail, '/plan/volunteering/' || id AS url, due_on AS due
                FROM plan.volunteering_task WHERE responsible = ? AND %s
                ORDER BY due_on, id
                """.formatted(OWED));
    }

    /** Tasks, which anyone with their link sees. */
    @Bean
    static PublicWords taskWords() {
        return new PublicWords("""
                SELECT v.id, '/plan/volunteering/' || v.id, concat_ws(E'\\n', v.what, v.detail)
                FROM plan.volunteering_task v
                """);
    }
}
