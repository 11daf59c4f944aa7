package org.convergence.resources.ledger.web;

import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.MenuEntry.MenuGroup;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.web.LedgerTabs.LedgerTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry and the first tabs of the ledger. */
@Configuration(proxyBeanMethods = false)
class LedgerMenu {

    @Bean
    static MenuEntry ledgerMenuEntry() {
        return MenuEntry.of(MenuGroup.AREA, 54, "ledger.menu", LedgerUrls.HOME).requiring(LedgerPermissions.READ);
    }

    @Bean
    static LedgerTab invoicesTab() {
        return new LedgerTab(10, "ledger.invoices", LedgerUrls.HOME, LedgerPermissions.READ);
    }

    @Bean
    static LedgerTab paymentsTab() {
        return new LedgerTab(20, "ledger.payments", LedgerUrls.PAYMENTS, LedgerPermissions.READ);
    }

    @Bean
    static LedgerTab agedTab() {
        return new LedgerTab(30, "ledger.aged", LedgerUrls.AGED, LedgerPermissions.READ);
    }
}
