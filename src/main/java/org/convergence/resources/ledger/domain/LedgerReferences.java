package org.convergence.resources.ledger.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from invoices and payments to debtors and payers. Amounts outlive the erasure of a person; the texts on an
 * invoice no longer name the person.
 */
@Configuration(proxyBeanMethods = false)
class LedgerReferences {

    private static final String INVOICE = "resources.ledger_invoice";
    private static final String PAYMENT = "resources.ledger_payment";
    private static final List<String> ID = List.of("id");

    @Bean
    static IdentityReference organisationsThatOwe(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, INVOICE, "organisation", ID);
    }

    @Bean
    static IdentityReference organisationsThatAreInvoiced(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, INVOICE, "payer_organisation", ID);
    }

    @Bean
    static IdentityReference organisationsThatPaid(AdvanceUnmerge advances, JdbcClient db) {
        return new SingleColumnReference(ReferencingColumn.toOrganisation(db, PAYMENT, "organisation", ID)) {
            @Override
            public void restore(Party duplicate, Json before) {
                super.restore(duplicate, before);
                advances.takeBackExcess("organisation", before);
            }
        };
    }

    @Bean
    static IdentityReference debtorReference(AuditTrail audit, JdbcClient db) {
        return person(audit, db, INVOICE, "person", List.of("addressee"));
    }

    @Bean
    static IdentityReference invoicedPersonReference(AuditTrail audit, JdbcClient db) {
        return person(audit, db, INVOICE, "payer_person", List.of("addressee"));
    }

    @Bean
    static IdentityReference payerReference(AdvanceUnmerge advances, AuditTrail audit, JdbcClient db) {
        return new LedgerPersonReference(
                ReferencingColumn.toPerson(db, PAYMENT, "person", ID, ErasureRule.KEEP),
                audit,
                db,
                PAYMENT,
                "person",
                List.of("payer", "remark")) {
            @Override
            public void restore(Party duplicate, Json before) {
                super.restore(duplicate, before);
                advances.takeBackExcess("person", before);
            }
        };
    }

    private static IdentityReference person(
            AuditTrail audit, JdbcClient db, String table, String column, List<String> words) {
        return new LedgerPersonReference(
                ReferencingColumn.toPerson(db, table, column, ID, ErasureRule.KEEP), audit, db, table, column, words);
    }
}
