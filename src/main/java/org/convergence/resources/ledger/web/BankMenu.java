package org.convergence.resources.ledger.web;

import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.web.LedgerTabs.LedgerTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tabs of the bank in the ledger. */
@Configuration(proxyBeanMethods = false)
class BankMenu {

    @Bean
    static LedgerTab bankTab() {
        return new LedgerTab(40, "ledger.bank", BankUrls.BANK, LedgerPermissions.READ);
    }

    @Bean
    static LedgerTab depositsTab() {
        return new LedgerTab(50, "ledger.deposits", BankUrls.DEPOSITS, LedgerPermissions.READ);
    }

    @Bean
    static AddButtonEntry statementEntry() {
        return AddButtonEntry.of(85, "ledger.statement.add", BankUrls.IMPORT, LedgerPermissions.RECORD)
                .firstUnder(BankUrls.BANK);
    }
}
