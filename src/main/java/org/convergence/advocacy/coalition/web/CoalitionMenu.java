package org.convergence.advocacy.coalition.web;

import org.convergence.advocacy.coalition.CoalitionPermissions;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the coalitions. */
@Configuration(proxyBeanMethods = false)
class CoalitionMenu {

    @Bean
    static MenuEntry coalitionMenuEntry() {
        return MenuEntry.of("coalition.menu", CoalitionPage.LIST).requiring(CoalitionPermissions.READ);
    }
}
