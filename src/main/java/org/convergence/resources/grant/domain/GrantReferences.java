package org.convergence.resources.grant.domain;

import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.text.PastedQuestions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from calls, applications and agreements to people and organisations. Erasing a person clears them; the days
 * stay. Calls to follow, answers to write, and what an owner still owes pass to the successor.
 */
@Configuration(proxyBeanMethods = false)
class GrantReferences {

    @Bean
    static IdentityReferences referencesFromGrant(ReferenceDeclarations declare) {
        return declare.table(AgreementService.TABLE)
                .organisation("funder")
                .texts(Map.of("number", 100, "title", 300, "terms", 10_000, "closing_note", 1_000))
                .table(AgreementDueService.TABLE)
                .person("owner", ErasureRule.CLEAR)
                .about("r.owner = :person")
                .texts(Map.of("what", 300, "clause", 100))
                .table(GrantCall.TABLE)
                .organisation("funder")
                .person("responsible", ErasureRule.CLEAR)
                .person("decision_decided_by", ErasureRule.CLEAR)
                .about(":person IN (r.responsible, r.decision_decided_by)")
                .texts(Map.of("title", 300, "cumul", 2_000, "eligibility", 4_000))
                .texts(Map.of("documents", 4_000, "decision_reason", 1_000))
                .table(GrantApplication.TABLE)
                .person("approval_given_by", ErasureRule.CLEAR)
                .person("submission_sent_by", ErasureRule.CLEAR)
                .about(":person IN (r.approval_given_by, r.submission_sent_by)")
                .texts(Map.of("title", 300, "approval_reference", 200))
                .texts(Map.of("submission_confirmation", 200, "outcome_feedback", 4_000))
                .table(GrantLetter.TABLE)
                .organisation("organisation")
                .texts(Map.of("what", 300))
                .table(GrantAnswer.TABLE)
                .person("writer", ErasureRule.CLEAR)
                .about("r.writer = :person")
                .texts(Map.of("question", PastedQuestions.LONGEST, "body", GrantAnswer.LONGEST));
    }

    @Bean
    static Holding ownedDeliverables(JdbcClient db) {
        return new ColumnHolding(
                db,
                "grant.agreement.holding",
                45,
                "resources.grant_agreement_due.owner",
                "done_on IS NULL AND agreement IN (SELECT id FROM resources.grant_agreement WHERE closed_on IS NULL)",
                """
                SELECT d.id, d.what, a.title AS detail, '/resources/grant/agreement/' || a.id AS url, d.due_on AS due
                FROM resources.grant_agreement_due d JOIN resources.grant_agreement a ON a.id = d.agreement
                WHERE d.owner = ? AND d.done_on IS NULL AND a.closed_on IS NULL ORDER BY d.due_on, d.id
                """);
    }

    @Bean
    static Holding followedGrantCalls(JdbcClient db) {
        return new ColumnHolding(
                db,
                "grant.holding.calls",
                42,
                "resources.grant_call.responsible",
                "decision_verdict IS DISTINCT FROM 'NO_GO'",
                """
                SELECT c.id, c.title AS what, o.name AS detail, '/resources/grant/calls/' || c.id AS url,
                       c.closes_on AS due
                FROM resources.grant_call c JOIN directory.people_organisation_name o ON o.id = c.funder
                WHERE c.responsible = ? AND c.decision_verdict IS DISTINCT FROM 'NO_GO'
                ORDER BY c.closes_on NULLS LAST, c.id
                """);
    }

    @Bean
    static Holding grantAnswersToWrite(JdbcClient db) {
        String draft = "application IN (SELECT id FROM resources.grant_application WHERE state = 'DRAFT')";
        return new ColumnHolding(db, "grant.holding.answers", 43, "resources.grant_answer.writer", draft, """
                SELECT a.id, left(a.question, 200) AS what, p.title AS detail,
                       '/resources/grant/answers/' || a.id AS url, c.closes_on AS due
                FROM resources.grant_answer a JOIN resources.grant_application p ON p.id = a.application
                JOIN resources.grant_call c ON c.id = p.call
                WHERE a.writer = ? AND p.state = 'DRAFT' ORDER BY c.closes_on NULLS LAST, a.id
                """);
    }
}
