package org.convergence.resources.ledger.web;

import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.web.LedgerTabs.LedgerTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tab of the comparison with the accountant's books. */
@Configuration(proxyBeanMethods = false)
class BooksMenu {

    @Bean
    static LedgerTab booksTab() {
        return new LedgerTab(90, "ledger.books", BankUrls.BOOKS, LedgerPermissions.REVIEW);
    }
}
