package org.convergence.plan.observance.web;

import org.convergence.plan.observance.ObservancePermissions;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Days that return each year, in the menu. */
@Configuration(proxyBeanMethods = false)
class ObservanceContributions {

    @Bean
    static MenuEntry observanceMenuEntry() {
        return MenuEntry.of("observance.menu", ObservancePage.LIST).requiring(ObservancePermissions.READ);
    }
}
