package org.convergence.resources.impact.web;

import org.convergence.platform.shell.MenuEntry;
import org.convergence.resources.impact.ImpactPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the leaflets. */
@Configuration(proxyBeanMethods = false)
class ImpactMenu {

    @Bean
    static MenuEntry impactMenuEntry() {
        return MenuEntry.of("impact.menu", ImpactPage.HOME).requiring(ImpactPermissions.READ);
    }
}
