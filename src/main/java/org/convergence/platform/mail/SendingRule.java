package org.convergence.platform.mail;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the recipients of a mailing, and gives its sender: a bean contributed by the module that knows consent. A
 * mailing without a rule is refused; with several rules, all must allow it. Called when letters are posted, and again
 * when each is sent, so that a refusal takes effect at once.
 */
public interface SendingRule {

    /** Whether it applies to mailings on a topic. */
    boolean appliesTo(String topic);

    /** Whether each party may be written to on a topic today, in a few queries whatever their number. */
    Map<UUID, SendingVerdict> findVerdicts(String topic, Collection<UUID> parties);

    /** The contact details of the sender, besides the organisation's name. */
    SenderDetails sender();

    /** The {@link BodyCompleter} that makes a party's unsubscribe address, as {@code stop}. */
    String completer();

    /**
     * Whether a party may be written to.
     *
     * @param identified whether the letter must give sender and unsubscribe address (R-CASL-9)
     * @param reason key of the message that says why not; {@code null} if allowed
     */
    record SendingVerdict(
            boolean allowed, boolean identified, @Nullable String reason) {}

    /**
     * The sender's contact details (R-CASL-9).
     *
     * @param address its mailing address; empty if not set
     * @param contact a telephone number, a mail address or a page; empty if not set
     */
    record SenderDetails(String address, String contact) {}
}
