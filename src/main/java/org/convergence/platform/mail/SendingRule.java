package org.convergence.platform.mail;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says to whom one may write in a sending to many, and who signs it: answered by the module that knows what is allowed, a
 * bean of this type. A sending that no rule answers is refused; where several do, all of them must allow it. It is asked
 * once when the letters are posted, and once more when each leaves, so that a no takes effect at once.
 */
public interface SendingRule {

    /** Whether it answers for sendings on a topic. */
    boolean answers(String topic);

    /** Whether each may be written to on a topic today, in a few queries however many they are. */
    Map<UUID, Verdict> ask(String topic, Collection<UUID> parties);

    /** Who signs, beside the organisation's name. */
    Sender sender();

    /** The {@link BodyCompleter} that makes, for a party, the address by which she stops such letters, as {@code stop}. */
    String completer();

    /**
     * Whether somebody may be written to.
     *
     * @param identified whether the letter has to say who sends it and how to stop it (R-CASL-9)
     * @param reason key of the sentence that says why not; {@code null} where she may
     */
    record Verdict(
            boolean allowed, boolean identified, @Nullable String reason) {}

    /**
     * How the sender is reached (R-CASL-9).
     *
     * @param address its mailing address; empty where nobody said
     * @param contact a telephone number, a mail address or a page; empty where nobody said
     */
    record Sender(String address, String contact) {}
}
