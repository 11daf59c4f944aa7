package org.convergence.education.workshop.domain;

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
 * References from workshops to people and organisations: an erased facilitator leaves the pool; an erased person no
 * longer answers requests; open requests pass to the successor.
 */
@Configuration(proxyBeanMethods = false)
class WorkshopReferences {

    @Bean
    static IdentityReference facilitators(JdbcClient db) {
        return ReferencingColumn.toPerson(
                        db, "education.workshop_facilitator", "person", List.of("id"), ErasureRule.DELETE)
                .withDuplicateKey(List.of());
    }

    @Bean
    static IdentityReference workshopAnswerers(JdbcClient db) {
        return ReferencingColumn.toPerson(db, WorkshopRequest.TABLE, "responsible", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference workshopAskers(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, WorkshopRequest.TABLE, "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference workshopHosts(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, WorkshopSession.TABLE, "organisation", List.of("id"));
    }

    @Bean
    static Holding workshopRequestsToAnswer(JdbcClient db) {
        return new ColumnHolding(
                db, "workshop.holding", 56, "education.workshop_request.responsible", "answered_on IS NULL", """
                SELECT id, asker AS what, NULL AS detail, '/education/workshop/requests/' || id AS url, promised_on AS due
                FROM education.workshop_request WHERE responsible = ? AND answered_on IS NULL ORDER BY promised_on, id
                """);
    }

    @Bean
    static IdentityReference namesInWorkshops(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, Workshop.TABLE, "false", Map.of("title", 200, "theme", 100, "outline", 10_000));
    }

    @Bean
    static IdentityReference namesInFacilitators(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, "education.workshop_facilitator", "r.person = :person", Map.of("note", 500));
    }

    @Bean
    static IdentityReference namesInWorkshopSessions(TextStandIns standIns) {
        return new ColumnMentions(standIns, WorkshopSession.TABLE, "false", Map.of("place", 300));
    }

    @Bean
    static IdentityReference namesInWorkshopRequests(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                WorkshopRequest.TABLE,
                "r.responsible = :person",
                Map.of(
                        "asker",
                        200,
                        "contact_name",
                        200,
                        "contact_mail",
                        254,
                        "contact_phone",
                        50,
                        "place",
                        300,
                        "purpose",
                        2_000,
                        "access",
                        1_000,
                        "answer_note",
                        1_000));
    }
}
