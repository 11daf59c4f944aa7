package org.convergence.advocacy.treaty.web;

import org.convergence.advocacy.treaty.TreatyPermissions;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the treaties, bills and cases. */
@Configuration(proxyBeanMethods = false)
class TreatyMenu {

    @Bean
    static MenuEntry treatyMenuEntry() {
        return MenuEntry.of("treaty.menu", TreatyPage.LIST).requiring(TreatyPermissions.READ);
    }
}
