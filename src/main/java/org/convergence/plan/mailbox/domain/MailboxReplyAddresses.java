package org.convergence.plan.mailbox.domain;

import java.util.Optional;
import org.convergence.plan.mailbox.ReplyAddressGenerator;
import org.convergence.platform.text.Sha256;
import org.springframework.stereotype.Component;

/** Addresses for replies, which look like the private addresses of users. */
@Component
record MailboxReplyAddresses(MailboxSettings settings) implements ReplyAddressGenerator {

    @Override
    public boolean isConfigured() {
        return settings.isConfigured();
    }

    @Override
    public Optional<ReplyAddress> create() {
        if (!settings.isConfigured()) {
            return Optional.empty();
        }
        String secret = AddressSecret.random();
        return Optional.of(new ReplyAddress(settings.addressOf(secret), Sha256.hexOf(secret)));
    }
}
