package org.convergence.resources.prospect.web;

import org.convergence.platform.shell.MenuEntry;
import org.convergence.resources.prospect.ProspectPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the prospects. */
@Configuration(proxyBeanMethods = false)
class ProspectMenu {

    @Bean
    static MenuEntry prospectMenuEntry() {
        return MenuEntry.of("prospect.menu", ProspectPage.LIST).requiring(ProspectPermissions.READ);
    }
}
