package org.convergence.resources.grant.domain;

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

/**
 * References from calls and applications to people and organisations. Erasing a person clears them; the days stay. Calls
 * to follow and answers to write pass to the successor.
 */
@Configuration(proxyBeanMethods = false)
class GrantReferences {

    @Bean
    static IdentityReference grantFunders(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, GrantCall.TABLE, "funder", List.of("id"));
    }

    @Bean
    static IdentityReference grantCallResponsibles(JdbcClient db) {
        return person(db, GrantCall.TABLE, "responsible");
    }

    @Bean
    static IdentityReference grantCallDeciders(JdbcClient db) {
        return person(db, GrantCall.TABLE, "decision_decided_by");
    }

    @Bean
    static IdentityReference grantApprovers(JdbcClient db) {
        return person(db, GrantApplication.TABLE, "approval_given_by");
    }

    @Bean
    static IdentityReference grantSenders(JdbcClient db) {
        return person(db, GrantApplication.TABLE, "submission_sent_by");
    }

    @Bean
    static IdentityReference grantWriters(JdbcClient db) {
        return person(db, GrantAnswer.TABLE, "writer");
    }

    private static IdentityReference person(JdbcClient db, String table, String column) {
        return ReferencingColumn.toPerson(db, table, column, List.of("id"), ErasureRule.CLEAR);
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

    @Bean
    static IdentityReference namesInGrantCalls(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                GrantCall.TABLE,
                ":person IN (r.responsible, r.decision_decided_by)",
                Map.of(
                        "title",
                        300,
                        "cumul",
                        2_000,
                        "eligibility",
                        4_000,
                        "documents",
                        4_000,
                        "decision_reason",
                        1_000));
    }

    @Bean
    static IdentityReference namesInGrantApplications(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                GrantApplication.TABLE,
                ":person IN (r.approval_given_by, r.submission_sent_by)",
                Map.of(
                        "title",
                        300,
                        "approval_reference",
                        200,
                        "submission_confirmation",
                        200,
                        "outcome_feedback",
                        4_000));
    }

    @Bean
    static IdentityReference namesInGrantAnswers(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                GrantAnswer.TABLE,
                "r.writer = :person",
                Map.of("question", PastedQuestions.LONGEST, "body", GrantAnswer.LONGEST));
    }
}
