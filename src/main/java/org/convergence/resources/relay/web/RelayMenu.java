package org.convergence.resources.relay.web;

import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.MenuEntry.Group;
import org.convergence.resources.relay.RelayPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the leaflets. */
@Configuration(proxyBeanMethods = false)
class RelayMenu {

    @Bean
    static MenuEntry relayMenuEntry() {
        return MenuEntry.of(Group.AREA, 56, "relay.menu", Urls.HOME)
                .requiring(RelayPermissions.READ)
                .within("membership.menu");
    }
}
