package org.convergence.cooperation.partner.domain;

import java.util.List;
import java.util.Map;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * References from partners and requests: erasing a person deletes the relation with them and clears them as lead, asker
 * and responsible person; partners that a person leads and requests that they answer pass to the successor.
 */
@Configuration(proxyBeanMethods = false)
class PartnerReferences {

    static final int CONTACT_DAYS = 90;
    static final int DISCARDED_DAYS = 7;

    @Bean
    static IdentityReferences referencesFromPartner(ReferenceDeclarations declare) {
        return declare.table(PartnerService.TABLE)
                .organisation("organisation")
                .person("person", ErasureRule.DELETE)
                .person("our_lead", ErasureRule.CLEAR)
                .person("their_lead", ErasureRule.CLEAR)
                .about(":person IN (r.person, r.our_lead, r.their_lead)")
                .texts(Map.of("notes", 4_000))
                .table(PartnerRequestService.TABLE)
                .organisation("organisation")
                .person("person", ErasureRule.CLEAR)
                .person("responsible", ErasureRule.CLEAR)
                .about(":person IN (r.person, r.responsible)")
                .texts(Map.of("title", 300, "details", 4_000, "needs", 1_000, "feasibility", 1_000))
                .texts(Map.of("capacity", 1_000, "funding", 1_000, "reason", 1_000, "reply", 4_000))
                .texts(Map.of("asker", 200, "contact_name", 200, "contact_reach", 254))
                .textsOf(PartnerService.AGREEMENT_TABLE, Map.of("title", 300))
                .textsOf(PartnerService.DUE_TABLE, Map.of("what", 300));
    }

    /**
     * Every night forgets the contact of requests by the form {@value #CONTACT_DAYS} days after their answer was told, and deletes
     * what was no request after {@value #DISCARDED_DAYS} (R-L25-23).
     */
    @Bean
    static RecurringWork partnerCleanup(
            JdbcClient db, AuditTrail audit, OrganisationSettings settings, TransactionOperations transactions) {
        return RecurringWork.of(
                "partner-sweep",
                "0 32 4 * * *",
                () -> transactions.executeWithoutResult(status -> {
                    List<String> told = db.sql("""
                            UPDATE cooperation.partner_request
                            SET contact_name = '', contact_reach = '', version = version + 1
                            WHERE told_on < ? AND contact_name || contact_reach <> '' RETURNING id::text
                            """)
                            .param(settings.today().minusDays(CONTACT_DAYS))
                            .query(String.class)
                            .list();
                    audit.redact(
                            PartnerRequestService.TABLE, told, "R-L25-23", List.of("contact_name", "contact_reach"));
                    List<String> discarded = db.sql("""
                            DELETE FROM cooperation.partner_request WHERE state = 'DISCARDED' AND answered_on < ?
                            RETURNING id::text
                            """)
                            .param(settings.today().minusDays(DISCARDED_DAYS))
                            .query(String.class)
                            .list();
                    audit.redact(PartnerRequestService.TABLE, discarded, "R-L25-23", List.of());
                }));
    }

    @Bean
    static LastContactSource requestContacts() {
        return new LastContactSource(PartnerPermissions.READ, "partner.heard", """
                SELECT received_on AS day, '/cooperation/partner/requests/' || id AS url
                FROM cooperation.partner_request WHERE organisation = :organisation
                """);
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
}
