package org.convergence.resources.ledger.web;

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
}
