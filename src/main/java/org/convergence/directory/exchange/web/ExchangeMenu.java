package org.convergence.directory.exchange.web;

import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entries of exchanges. */
@Configuration(proxyBeanMethods = false)
class ExchangeMenu {

    @Bean
    static MenuEntry exchangesMenuEntry() {
        return MenuEntry.of("exchange.list", ExchangePage.LIST).requiring(ExchangePermissions.READ);
    }

    @Bean
    static AddButtonEntry exchangeAddEntry() {
        return AddButtonEntry.of(20, "exchange.add", ExchangePage.LIST + "/new", ExchangePermissions.RECORD)
                .firstUnder(ExchangePage.LIST);
    }
}
