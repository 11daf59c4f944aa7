package org.convergence.outreach.assembly.web;

import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the bodies, and the meeting of the one « Ajouter » button. */
@Configuration(proxyBeanMethods = false)
class AssemblyMenu {

    @Bean
    static MenuEntry assemblyMenuEntry() {
        return MenuEntry.of("assembly.menu", AssemblyUrls.HOME).requiring(AssemblyPermissions.READ);
    }

    @Bean
    static AddButtonEntry meetingEntry() {
        return AddButtonEntry.of(
                        25, "assembly.meeting.add", AssemblyUrls.HOME + "/meetings/new", AssemblyPermissions.PREPARE)
                .firstUnder(AssemblyUrls.HOME);
    }
}
