package org.convergence.plan.mailbox.domain;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.keys.TextSealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A user's private address: opens, shows, renews and closes it. Its secret part is matched by hash, and also stored
 * sealed under the installation's keys, so that the user can read it again at any time.
 */
@Service
@Transactional
@Requires(MailboxPermissions.OWN)
public class ForwardingAddressService {

    private static final String PLACE = "plan.mailbox_address/";

    private final MailboxSettings settings;
    private final TextSealer sealing;
    private final JdbcClient db;
    private final Clock clock;

    ForwardingAddressService(MailboxSettings settings, TextSealer sealing, JdbcClient db, Clock clock) {
        this.settings = settings;
        this.sealing = sealing;
        this.db = db;
        this.clock = clock;
    }

    /** Whether a mailbox is configured. */
    public boolean isConfigured() {
        return settings.isConfigured();
    }

    /**
     * The current user's address.
     *
     * @param address {@code null} if no mailbox is configured any longer, or if the keys changed since it was opened: the
     *     user then renews it
     */
    public record OwnForwardingAddress(
            boolean open, @org.jspecify.annotations.Nullable String address) {}

    /** The address of the current user. */
    @Transactional(readOnly = true)
    public OwnForwardingAddress findOwn() {
        UUID me = CurrentActor.get().id();
        Optional<String> sealed = db.sql("SELECT sealed FROM plan.mailbox_address WHERE account = ?")
                .param(me)
                .query(String.class)
                .optional();
        return new OwnForwardingAddress(
                sealed.isPresent(),
                sealed.flatMap(bytes -> sealing.open(bytes, PLACE + me))
                        .filter(secret -> settings.isConfigured())
                        .map(settings::addressOf)
                        .orElse(null));
    }

    /** Opens an address, or replaces the current one, which then receives nothing. */
    public void open() {
        UUID me = CurrentActor.get().id();
        String secret = AddressSecret.random();
        db.sql("""
                        INSERT INTO plan.mailbox_address (account, secret_hash, sealed, opened_at)
                        VALUES (:account, :hash, :sealed, :now)
                        ON CONFLICT (account) DO UPDATE
                        SET secret_hash = excluded.secret_hash, sealed = excluded.sealed, opened_at = excluded.opened_at
                        """)
                .param("account", me)
                .param("hash", Token.hashOf(secret))
                .param("sealed", sealing.seal(secret, PLACE + me))
                .param("now", SqlTime.now(clock))
                .update();
    }

    /** Closes the address: mail sent to it is no longer stored. Waiting mail stays. */
    public void close() {
        db.sql("DELETE FROM plan.mailbox_address WHERE account = ?")
                .param(CurrentActor.get().id())
                .update();
    }
}
