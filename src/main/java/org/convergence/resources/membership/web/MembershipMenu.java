package org.convergence.resources.membership.web;

import org.convergence.platform.shell.MenuEntry;
import org.convergence.resources.membership.MembershipPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the members. */
@Configuration(proxyBeanMethods = false)
class MembershipMenu {

    @Bean
    static MenuEntry membershipMenuEntry() {
        return MenuEntry.of("membership.menu", MemberListPage.LIST).requiring(MembershipPermissions.READ);
    }
}
