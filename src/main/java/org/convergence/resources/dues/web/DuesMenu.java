package org.convergence.resources.dues.web;

import org.convergence.platform.shell.MenuEntry;
import org.convergence.resources.dues.DuesPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of dues, beside the plan lines that they serve. */
@Configuration(proxyBeanMethods = false)
class DuesMenu {

    @Bean
    static MenuEntry duesMenuEntry() {
        return MenuEntry.of("dues.menu", DuesUrls.HOME).requiring(DuesPermissions.READ);
    }
}
