package org.convergence.resources.relay.web;

import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.MenuEntry.MenuGroup;
import org.convergence.resources.relay.ImpactPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the leaflets. */
@Configuration(proxyBeanMethods = false)
class ImpactMenu {

    @Bean
    static MenuEntry relayMenuEntry() {
        return MenuEntry.of(MenuGroup.AREA, 56, "relay.menu", ImpactUrls.HOME)
                .requiring(ImpactPermissions.READ)
                .beneath("membership.menu");
    }
}
