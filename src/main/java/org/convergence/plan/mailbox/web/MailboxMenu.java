package org.convergence.plan.mailbox.web;

import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of forwarded mail. */
@Configuration(proxyBeanMethods = false)
class MailboxMenu {

    @Bean
    static MenuEntry mailboxMenuEntry() {
        return MenuEntry.of("mailbox.menu", MailboxPage.LIST).requiring(MailboxPermissions.OWN);
    }
}
