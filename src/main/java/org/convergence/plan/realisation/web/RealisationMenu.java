package org.convergence.plan.realisation.web;

import org.convergence.plan.actionplan.LineGesture;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.shell.AddEntry;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entries of realisations. */
@Configuration(proxyBeanMethods = false)
class RealisationMenu {

    @Bean
    static MenuEntry realisationsMenuEntry() {
        return MenuEntry.of(Group.MAIN, 30, "realisation.list", RealisationPage.LIST)
                .requiring(RealisationPermissions.READ);
    }

    /** « C’est fait », for a line of the plan wherever it is listed. */
    @Bean
    static LineGesture realisationOfALine() {
        return new LineGesture(
                "realisation.new",
                RealisationPermissions.RECORD,
                action -> RealisationPage.LIST + "/new?action=" + action.value());
    }

    @Bean
    static AddEntry realisationAddEntry() {
        return AddEntry.of(10, "realisation.add", RealisationPage.LIST + "/new", RealisationPermissions.RECORD);
    }
}
