package org.convergence.outreach.assembly.web;

import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the bodies. */
@Configuration(proxyBeanMethods = false)
class AssemblyMenu {

    @Bean
    static MenuEntry assemblyMenuEntry() {
        return MenuEntry.of(Group.AREA, 41, "assembly.menu", Urls.HOME).requiring(AssemblyPermissions.READ);
    }
}
