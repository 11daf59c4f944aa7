package org.convergence.resources.ledger.domain;

import java.util.List;
import java.util.stream.Collectors;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
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

    @Bean
    static IdentityReferences referencesFromLedger(ReferenceDeclarations declare) {
        return declare.table(INVOICE).organisation("organisation").organisation("payer_organisation");
    }

    @Bean
    static IdentityReference organisationsThatPaid(AdvanceUnmerge advances, JdbcClient db) {
        return new SingleColumnReference(ReferencingColumn.toOrganisation(db, PAYMENT, "organisation")) {
            @Override
            public void restore(Party duplicate, Json before) {
                super.restore(duplicate, before);
                advances.takeBackExcess("organisation", before);
            }
        };
    }

    @Bean
    static IdentityReference debtorReference(AuditTrail audit, JdbcClient db) {
        return new LedgerPersonReference(
                ReferencingColumn.toPerson(db, INVOICE, "person", ErasureRule.KEEP), List.of("addressee"), audit);
    }

    @Bean
    static IdentityReference invoicedPersonReference(AuditTrail audit, JdbcClient db) {
        return new LedgerPersonReference(
                ReferencingColumn.toPerson(db, INVOICE, "payer_person", ErasureRule.KEEP), List.of("addressee"), audit);
    }

    @Bean
    static IdentityReference payerReference(AdvanceUnmerge advances, AuditTrail audit, JdbcClient db) {
        return new LedgerPersonReference(
                ReferencingColumn.toPerson(db, PAYMENT, "person", ErasureRule.KEEP),
                List.of("payer", "remark"),
                audit) {
            @Override
            public void restore(Party duplicate, Json before) {
                super.restore(duplicate, before);
                advances.takeBackExcess("person", before);
            }
        };
    }

    /** References from a person's own invoices or payments: an erasure clears their texts and keeps the amounts. */
    static class LedgerPersonReference extends SingleColumnReference {

        private final List<String> words;
        private final AuditTrail audit;

        /** @param words the columns that may name the person */
        LedgerPersonReference(ReferencingColumn column, List<String> words, AuditTrail audit) {
            super(column);
            this.words = List.copyOf(words);
            this.audit = audit;
        }

        @Override
        public void erase(PersonId person) {
            String cleared = words.stream()
                    .map(each -> "%1$s = CASE WHEN %1$s IS NULL THEN NULL ELSE :without END".formatted(each))
                    .collect(Collectors.joining(", "));
            List<String> rows = db.sql("UPDATE %s SET %s, version = version + 1 WHERE %s = :person RETURNING id::text"
                            .formatted(column.table(), cleared, column.column()))
                    .param("without", WITHOUT)
                    .param("person", person.value())
                    .query(String.class)
                    .list();
            audit.redact(column.table(), rows, WITHOUT, words);
            eraseAtTheBank(person);
            super.erase(person);
        }

        /** The bank's texts of the payments name the person too. */
        private void eraseAtTheBank(PersonId person) {
            List<String> lines = db.sql("""
                            UPDATE resources.ledger_bank_line SET text = :without, version = version + 1
                            WHERE payment IN (SELECT id FROM resources.ledger_payment WHERE person = :person)
                            RETURNING id::text
                            """)
                    .param("without", WITHOUT)
                    .param("person", person.value())
                    .query(String.class)
                    .list();
            audit.redact("resources.ledger_bank_line", lines, WITHOUT, List.of("text"));
        }
    }
}
