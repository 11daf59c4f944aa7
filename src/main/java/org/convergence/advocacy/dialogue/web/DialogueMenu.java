package org.convergence.advocacy.dialogue.web;

import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entries of the dialogue with decision-makers. */
@Configuration(proxyBeanMethods = false)
class DialogueMenu {

    @Bean
    static MenuEntry dialogueMenuEntry() {
        return MenuEntry.of("dialogue.menu", DecisionMakerPage.LIST).requiring(DialoguePermissions.READ);
    }

    @Bean
    static AddButtonEntry advocacyActAddEntry() {
        return AddButtonEntry.of(
                        62, "dialogue.act.add", DecisionMakerPage.LIST + "/acts/new", DialoguePermissions.FOLLOW)
                .firstUnder(DecisionMakerPage.LIST);
    }
}
