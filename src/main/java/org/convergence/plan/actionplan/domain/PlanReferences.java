package org.convergence.plan.actionplan.domain;

import java.util.Map;
import java.util.Set;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.redaction.RedactableColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** References from lines of plans to people, and the texts of plans that may name them. */
@Configuration(proxyBeanMethods = false)
class PlanReferences {

    private static final int LONGEST_TEXT = 200_000;
    private static final int LONGEST_REASON = 2_000;

    @Bean
    static IdentityReferences referencesFromActions(ReferenceDeclarations declare) {
        Map<String, Integer> part = Map.of("title", 1_000, "text", LONGEST_TEXT, "dropped_reason", LONGEST_REASON);
        return declare.table("plan.actionplan_follow_up")
                .key("action")
                .person("responsible", ErasureRule.CLEAR)
                .table("plan.actionplan_support")
                .key("action", "person")
                .person("person", ErasureRule.DELETE)
                .textsOf("plan.actionplan_plan", Map.of("title", 300, "decision_body", 200, "adoption_words", 500))
                .textsOf("plan.actionplan_section", Map.of("title", 500, "text", LONGEST_TEXT))
                .textsOf("plan.actionplan_objective", part)
                .textsOf("plan.actionplan_means", part)
                .textsOf(
                        "plan.actionplan_action",
                        Map.of("title", 1_000, "text", 20_000, "dropped_reason", LONGEST_REASON))
                .textsOf("plan.actionplan_amendment", Map.of("reason", LONGEST_REASON));
    }

    /** Words beside an action, which has them under its own key. */
    @Bean
    static RedactableColumns followUpsWithNames() {
        return new RedactableColumns(
                "plan.actionplan_follow_up",
                Set.of("responsible_words", "due_words", "completed_words", "stated_reason"));
    }

    @Bean
    static RedactableColumns conditionsWithNames() {
        return new RedactableColumns("plan.actionplan_action", Set.of("conditions"));
    }

    @Bean
    static RedactableColumns adoptedTextsWithNames() {
        return new RedactableColumns("plan.actionplan_adopted_text", Set.of("tree"));
    }

    @Bean
    static RedactableColumns amendedTextsWithNames() {
        return new RedactableColumns("plan.actionplan_amendment", Set.of("label", "before", "after"));
    }
}
