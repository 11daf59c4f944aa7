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

/** References from agreements to funders and owners; what an owner still owes passes to the successor. */
@Configuration(proxyBeanMethods = false)
class AgreementReferences {

    @Bean
    static IdentityReference agreementFunders(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, AgreementService.TABLE, "funder", List.of("id"));
    }

    @Bean
    static IdentityReference deliverableOwners(JdbcClient db) {
        return ReferencingColumn.toPerson(db, AgreementService.DUE_TABLE, "owner", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static Holding ownedDeliverables(JdbcClient db) {
        return new ColumnHolding(
                db, "grant.agreement.holding", 45, "resources.grant_agreement_due.owner", "done_on IS NULL", """
                SELECT d.id, d.what, a.title AS detail, '/resources/grant/agreement/' || a.id AS url, d.due_on AS due
                FROM resources.grant_agreement_due d JOIN resources.grant_agreement a ON a.id = d.agreement
                WHERE d.owner = ? AND d.done_on IS NULL ORDER BY d.due_on, d.id
                """);
    }

    @Bean
    static IdentityReference namesInAgreements(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, AgreementService.TABLE, "false", Map.of("number", 100, "title", 300, "terms", 10_000));
    }

    @Bean
    static IdentityReference namesInDeliverables(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, AgreementService.DUE_TABLE, "r.owner = :person", Map.of("what", 300, "clause", 100));
    }
}
