package org.convergence.plan.mailbox.domain;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where forwarded mail arrives: configuration, as the server of outgoing mail is. */
@Component
class MailboxSettings {

    private final @Nullable ImapAddress imap;
    private final String address;
    private final String trusted;

    /**
     * @param url the mailbox; empty where there is none
     * @param address to which people write, {@code suivi@exemple.org}: each has her own {@code suivi+…@exemple.org}
     * @param trusted the host whose word on senders is taken, as it calls itself; empty for none
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

    boolean isSet() {
        return imap != null;
    }

    String trusted() {
        return trusted;
    }

    /** Somebody's private address. */
    String addressOf(String secret) {
        int at = address.indexOf('@');
        return address.substring(0, at) + "+" + secret + address.substring(at);
    }

    /** What stands before the secret in such an address. */
    String before() {
        return address.substring(0, Math.max(0, address.indexOf('@'))) + "+";
    }

    /** What stands after it. */
    String after() {
        return address.substring(Math.max(0, address.indexOf('@')));
    }

    boolean isOurs(String mail) {
        return mail.equals(address) || (mail.startsWith(before()) && mail.endsWith(after()));
    }
}
