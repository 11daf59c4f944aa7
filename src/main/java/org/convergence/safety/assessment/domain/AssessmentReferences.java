package org.convergence.safety.assessment.domain;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.plan.checklist.ChecklistSubject;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.safety.assessment.AssessmentPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names in answers, and the improvement plan as a checklist. */
@Configuration(proxyBeanMethods = false)
class AssessmentReferences {

    @Bean
    static IdentityReferences referencesFromAssessment(ReferenceDeclarations declare) {
        return declare.table("safety.assessment_question")
                .texts(Map.of("heading", 200, "text", 500, "evidence", 1_000, "action", 300));
    }

    /** The improvement plan. */
    @Component
    record ImprovementPlan(JdbcClient db) implements ChecklistSubject {

        @Override
        public String kind() {
            return AssessmentService.KIND;
        }

        @Override
        public String titles() {
            return "SELECT id, source || ' ' || year AS title FROM safety.assessment";
        }

        @Override
        public String url(UUID id) {
            return "/safety/assessment/" + id;
        }

        @Override
        public Optional<ChecklistRecord> find(UUID id) {
            Actor actor = CurrentActor.get();
            return actor.may(AssessmentPermissions.READ)
                    ? db.sql(titles() + " WHERE id = ?")
                            .param(id)
                            .query((row, n) -> new ChecklistRecord(
                                    row.getString("title"), url(id), actor.may(AssessmentPermissions.EDIT)))
                            .optional()
                    : Optional.empty();
        }
    }
}
