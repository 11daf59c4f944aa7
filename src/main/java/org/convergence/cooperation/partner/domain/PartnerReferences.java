package org.convergence.cooperation.partner.domain;

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
 * References from partners and requests: erasing a person deletes the relation with them and clears them as lead, asker
 * and responsible person; partners that a person leads and requests that they answer pass to the successor.
 */
@Configuration(proxyBeanMethods = false)
class PartnerReferences {

    @Bean
    static IdentityReference partnerOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, PartnerService.TABLE, "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference partnerPeople(JdbcClient db) {
        return ReferencingColumn.toPerson(db, PartnerService.TABLE, "person", List.of("id"), ErasureRule.DELETE);
    }

    @Bean
    static IdentityReference partnerLeadsOnOurSide(JdbcClient db) {
        return ReferencingColumn.toPerson(db, PartnerService.TABLE, "our_lead", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference partnerLeadsOnTheirSide(JdbcClient db) {
        return ReferencingColumn.toPerson(db, PartnerService.TABLE, "their_lead", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference requestingOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, PartnerRequestService.TABLE, "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference requestingPeople(JdbcClient db) {
        return ReferencingColumn.toPerson(db, PartnerRequestService.TABLE, "person", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference answeringPeople(JdbcClient db) {
        return ReferencingColumn.toPerson(
                db, PartnerRequestService.TABLE, "responsible", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static Holding ledPartners(JdbcClient db) {
        return new ColumnHolding(db, "partner.holding", 52, "cooperation.partner.our_lead", "stage <> 'ENDED'", """
                SELECT p.id, coalesce(o.name, s.display_name) AS what, NULL AS detail,
                       '/cooperation/partner/' || p.id AS url,
                       (SELECT min(d.due_on) FROM cooperation.partner_due d
                        WHERE d.partner = p.id AND d.ours AND d.done_on IS NULL) AS due
                FROM cooperation.partner p
                LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
                LEFT JOIN directory.people_person_name s ON s.id = p.person
                WHERE p.our_lead = ? AND p.stage <> 'ENDED' ORDER BY p.id
                """);
    }

    @Bean
    static Holding requestsToAnswer(JdbcClient db) {
        return new ColumnHolding(
                db,
                "partner.request.holding",
                54,
                "cooperation.partner_request.responsible",
                "answered_on IS NULL",
                """
                SELECT r.id, r.title AS what, NULL AS detail, '/cooperation/partner/requests/' || r.id AS url,
                       r.promised_on AS due
                FROM cooperation.partner_request r
                WHERE r.responsible = ? AND r.answered_on IS NULL ORDER BY r.promised_on, r.id
                """);
    }

    @Bean
    static IdentityReference namesInPartners(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                PartnerService.TABLE,
                ":person IN (r.person, r.our_lead, r.their_lead)",
                Map.of("notes", 4_000));
    }

    @Bean
    static IdentityReference namesInPartnerAgreements(TextStandIns standIns) {
        return new ColumnMentions(standIns, PartnerService.AGREEMENT_TABLE, "false", Map.of("title", 300));
    }

    @Bean
    static IdentityReference namesInPartnerDues(TextStandIns standIns) {
        return new ColumnMentions(standIns, PartnerService.DUE_TABLE, "false", Map.of("what", 300));
    }

    @Bean
    static IdentityReference namesInPartnerRequests(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                PartnerRequestService.TABLE,
                ":person IN (r.person, r.responsible)",
                Map.of(
                        "title",
                        300,
                        "details",
                        4_000,
                        "needs",
                        1_000,
                        "feasibility",
                        1_000,
                        "capacity",
                        1_000,
                        "funding",
                        1_000,
                        "reason",
                        1_000,
                        "reply",
                        4_000));
    }
}
