package org.convergence.resources.declaration.web;

import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.resources.declaration.DeclarationPermissions;
import org.convergence.resources.declaration.domain.LinkAnswerService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the rounds, and the prefix of addresses that contain a secret. */
@Configuration(proxyBeanMethods = false)
class DeclarationMenu {

    @Bean
    static MenuEntry declarationMenuEntry() {
        return MenuEntry.of("declaration.menu", RoundPage.LIST).requiring(DeclarationPermissions.READ);
    }

    @Bean
    static SecretAddress declarationLinks() {
        return new SecretAddress(LinkAnswerService.PATH);
    }
}
