package org.convergence.plan.mailbox.domain;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The configuration of the mailbox for forwarded mail. */
@Component
class MailboxSettings {

    private final @Nullable ImapAddress imap;
    private final String address;
    private final String trusted;

    /**
     * @param url the mailbox; empty if there is none
     * @param address the common address, {@code suivi@exemple.org}: each user has a private {@code suivi+…@exemple.org}
     * @param trusted the host whose sender authentication is trusted, as it names itself; empty for none
     */
    MailboxSettings(
            @Value("${convergence.mailbox.url:}") String url,
            @Value("${convergence.mailbox.address:}") String address,
            @Value("${convergence.mailbox.trusted:}") String trusted) {
        this.imap = url.isEmpty() ? null : ImapAddress.parse(url);
        if (imap != null && !address.matches("[^\\s@+]{1,40}@[^\\s@]+")) {
            throw new IllegalStateException(
                    "CONVERGENCE_IMAP_URL needs CONVERGENCE_IMAP_ADDRESS, the address to which people forward");
        }
        this.address = address.toLowerCase(java.util.Locale.ROOT);
        this.trusted = trusted;
    }

    @Nullable
    ImapAddress imap() {
        return imap;
    }

    boolean isConfigured() {
        return imap != null;
    }

    String trusted() {
        return trusted;
    }

    /** The private address with a secret. */
    String addressOf(String secret) {
        int at = address.indexOf('@');
        return address.substring(0, at) + "+" + secret + address.substring(at);
    }

    /** The part of a private address before the secret. */
    String prefix() {
        return address.substring(0, Math.max(0, address.indexOf('@'))) + "+";
    }

    /** The part after the secret. */
    String suffix() {
        return address.substring(Math.max(0, address.indexOf('@')));
    }

    boolean isOwnAddress(String mail) {
        return mail.equals(address) || (mail.startsWith(prefix()) && mail.endsWith(suffix()));
    }
}
