package org.convergence.resources.ledger.web;

import org.convergence.platform.search.SearchSource;
import org.convergence.platform.search.SearchSourceFactory;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.resources.ledger.LedgerPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the ledger, and “Add” for a bank statement. */
@Configuration(proxyBeanMethods = false)
class LedgerMenu {

    @Bean
    static MenuEntry ledgerMenuEntry() {
        return MenuEntry.of("ledger.menu", LedgerUrls.HOME).requiring(LedgerPermissions.READ);
    }

    @Bean
    static AddButtonEntry statementEntry() {
        return AddButtonEntry.of(100, "ledger.statement.add", LedgerUrls.IMPORT, LedgerPermissions.RECORD)
                .firstUnder(LedgerUrls.BANK);
    }

    /** Invoices in the global search, by their number. */
    @Bean
    static SearchSource invoiceSearch(SearchSourceFactory sources) {
        return sources.create("ledger.invoices", 62, LedgerPermissions.READ, "resources.ledger_invoice", """
                SELECT n.number AS title, i.addressee AS detail, i.issued_on AS day,
                       '/resources/ledger/invoices/' || i.id AS url
                FROM resources.ledger_invoice i
                CROSS JOIN LATERAL (SELECT i.series || '-' || lpad(i.sequence::text, greatest(4, length(i.sequence::text)), '0')) n (number)
                WHERE :text ~ '[0-9]' AND n.number ILIKE '%' || :text || '%'
                ORDER BY i.issued_on DESC, i.id DESC LIMIT :limit
                """);
    }

    /** Payments in the global search, by the number of the cheque or the reference of the transfer. */
    @Bean
    static SearchSource paymentSearch(SearchSourceFactory sources) {
        return sources.create("ledger.payments", 63, LedgerPermissions.READ, "resources.ledger_payment", """
                SELECT p.reference AS title, coalesce(p.payer, o.name) AS detail, p.received_on AS day,
                       '/resources/ledger/payments/' || p.id AS url
                FROM resources.ledger_payment p LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
                WHERE :text ~ '[0-9]' AND p.reference ILIKE '%' || :text || '%'
                ORDER BY p.received_on DESC, p.id DESC LIMIT :limit
                """);
    }
}
