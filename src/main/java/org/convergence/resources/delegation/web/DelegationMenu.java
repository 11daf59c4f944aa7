package org.convergence.resources.delegation.web;

import org.convergence.platform.shell.MenuEntry;
import org.convergence.resources.delegation.DelegationPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the delegations. */
@Configuration(proxyBeanMethods = false)
class DelegationMenu {

    @Bean
    static MenuEntry delegationMenuEntry() {
        return MenuEntry.of("delegation.menu", DelegationListPage.LIST).requiring(DelegationPermissions.READ);
    }
}
