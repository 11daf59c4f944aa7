package org.convergence.resources.grant.web;

import java.util.List;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry and the tabs of grants. */
@Configuration(proxyBeanMethods = false)
class GrantMenu {

    static final String CALLS = "/resources/grant/calls";
    static final String APPLICATIONS = "/resources/grant/applications";

    @Bean
    static MenuEntry grantMenuEntry() {
        return MenuEntry.of("grant.menu", CALLS).requiring(GrantPermissions.READ);
    }

    static List<Tab> tabs(String current, Words t) {
        return List.of(
                new Tab(t.say("grant.calls"), CALLS, current.equals(CALLS)),
                new Tab(t.say("grant.applications"), APPLICATIONS, current.equals(APPLICATIONS)));
    }
}
