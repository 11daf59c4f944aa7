package org.convergence.plan.mailbox.web;

import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.plan.mailbox.domain.ForwardingAddressService;
import org.convergence.platform.shell.FirstStep;
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

    /** The address to which mails are forwarded, where a mailbox is configured. */
    @Bean
    static FirstStep mailStep(ForwardingAddressService address) {
        return new FirstStep(
                40,
                "mailbox.step",
                MailboxPermissions.OWN,
                MailboxPage.LIST,
                address::isConfigured,
                "SELECT EXISTS (SELECT FROM plan.mailbox_address)");
    }
}
