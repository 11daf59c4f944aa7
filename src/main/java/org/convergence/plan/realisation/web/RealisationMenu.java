package org.convergence.plan.realisation.web;

import org.convergence.plan.actionplan.LineShortcut;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entries of realisations. */
@Configuration(proxyBeanMethods = false)
class RealisationMenu {

    @Bean
    static MenuEntry realisationsMenuEntry() {
        return MenuEntry.of("realisation.list", RealisationPage.LIST).requiring(RealisationPermissions.READ);
    }

    /** « C’est fait », for a line of the plan wherever it is listed. */
    @Bean
    static LineShortcut realisationOfALine() {
        return new LineShortcut(
                "realisation.new",
                RealisationPermissions.RECORD,
                action -> RealisationPage.LIST + "/new?action=" + action.value());
    }

    @Bean
    static AddButtonEntry realisationAddEntry() {
        return AddButtonEntry.of(10, "realisation.add", RealisationPage.LIST + "/new", RealisationPermissions.RECORD);
    }
}
