package org.convergence.resources.dues.web;

import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.YearEndCheck;
import org.convergence.resources.dues.DuesPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of dues, beside the plan lines that they serve. */
@Configuration(proxyBeanMethods = false)
class DuesMenu {

    @Bean
    static MenuEntry duesMenuEntry() {
        return MenuEntry.of("dues.menu", DuesUrls.HOME).requiring(DuesPermissions.READ);
    }

    /** Invoices of the year's calls that are not paid. */
    @Bean
    static YearEndCheck duesToReceive() {
        return new YearEndCheck(90, "dues.year-end", DuesPermissions.READ, DuesUrls.HOME, """
                SELECT i.id, i.issued_on AS day, i.series || '-' || lpad(i.sequence::text, 4, '0') || coalesce(' · ' || o.name, '') AS title,
                       '/resources/ledger/invoices/' || i.id AS url
                FROM resources.dues_invoice d JOIN resources.ledger_issued_invoice i ON i.id = d.invoice
                LEFT JOIN directory.people_organisation_name o ON o.id = i.organisation
                WHERE i.issued_on BETWEEN :from AND :to
                  AND i.total > (SELECT coalesce(sum(amount), 0) FROM resources.ledger_invoice_payment WHERE invoice = i.id)
                              + (SELECT coalesce(sum(amount), 0) FROM resources.ledger_invoice_reduction WHERE invoice = i.id)
                """);
    }
}
