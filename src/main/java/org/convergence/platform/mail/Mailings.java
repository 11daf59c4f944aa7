package org.convergence.platform.mail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Letters to many. Everything that is sent to more than those whom a fact concerns goes this way, and no other. */
public interface Mailings {

    /**
     * What a sending would do, for the page that asks before it is sent. Show it with the template
     * {@code platform.mail.preview}.
     *
     * @param topic the topic that the sending rules are asked for; {@code null} for letters that a fact asks for, which no
     *     rule limits
     */
    MailingPreview preview(@Nullable String topic, Collection<MailingPreview.Addressee> addressees);

    /**
     * Who would get a letter, and who would not, with the reason; to be shown before anything is sent.
     *
     * @return the key of the reason for each who is left out, in the order asked; those who are not in it get the letter
     * @throws org.convergence.platform.database.Refused where no rule answers for the topic
     */
    Map<Recipient, String> leftOut(String topic, Collection<Recipient> recipients);

    /**
     * What a letter on a topic lacks that it must say of its sender, as keys of sentences; empty where nothing is.
     *
     * @throws org.convergence.platform.database.Refused where no rule answers for the topic
     */
    List<String> lacks(String topic);

    /**
     * Posts letters in the caller's transaction, each with who sends it and how to stop where that is asked for. Who may not
     * be written to gets none.
     *
     * @return the key of the reason for each who gets none
     * @throws org.convergence.platform.database.Refused where no rule answers, or the sender is not said in full (R-CASL-9)
     */
    Map<Recipient, String> post(Collection<BulkLetter> letters);
}
