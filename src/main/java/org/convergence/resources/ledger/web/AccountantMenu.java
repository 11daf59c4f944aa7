package org.convergence.resources.ledger.web;

import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.web.LedgerTabs.LedgerTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tabs of the accountant in the ledger. */
@Configuration(proxyBeanMethods = false)
class AccountantMenu {

    @Bean
    static LedgerTab queueTab() {
        return new LedgerTab(60, "ledger.queue", BankUrls.QUEUE, LedgerPermissions.READ);
    }

    @Bean
    static LedgerTab batchesTab() {
        return new LedgerTab(70, "ledger.batches", BankUrls.BATCHES, LedgerPermissions.READ);
    }

    @Bean
    static LedgerTab accountsTab() {
        return new LedgerTab(80, "ledger.accounts", BankUrls.ACCOUNTS, LedgerPermissions.REVIEW);
    }
}
