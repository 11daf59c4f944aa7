package org.convergence.plan.volunteering.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People to whom tasks are entrusted, and names of people in texts. */
@Configuration(proxyBeanMethods = false)
class VolunteeringReferences {

    @Bean
    static IdentityReference volunteerTaskResponsibles(JdbcClient db) {
        return ReferencingColumn.toPerson(
                db, VolunteeringService.TASKS, "responsible", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static Holding offeredTasks(JdbcClient db) {
        return new ColumnHolding(
                db,
                "volunteering.holding",
                27,
                VolunteeringService.TASKS + ".responsible",
                "closed_on IS NULL AND realisation IS NULL",
                """
                SELECT id, what, NULL AS detail, '/plan/volunteering/' || id AS url, due_on AS due
                FROM plan.volunteering_task WHERE responsible = ? AND closed_on IS NULL AND realisation IS NULL
                ORDER BY due_on, id
                """);
    }

    @Bean
    static IdentityReference namesInVolunteerTasks(TextStandIns standIns) {
        return new ColumnMentions(standIns, VolunteeringService.TASKS, "false", Map.of("what", 200, "detail", 2_000));
    }

    @Bean
    static IdentityReference namesInSignUps(TextStandIns standIns) {
        return new ColumnMentions(standIns, VolunteeringService.SIGN_UPS, "false", Map.of("name", 200, "mail", 254));
    }
}
