package org.convergence.safety.guide.web;

import org.convergence.platform.shell.MenuEntry;
import org.convergence.safety.guide.GuidePermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the advisories. */
@Configuration(proxyBeanMethods = false)
class GuideMenu {

    @Bean
    static MenuEntry guideMenuEntry() {
        return MenuEntry.of("guide.menu", AdvisoryPage.LIST).requiring(GuidePermissions.READ);
    }
}
