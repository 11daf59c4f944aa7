package org.convergence.platform.mail;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.jspecify.annotations.Nullable;

/** Letters to many recipients. Anything sent to more people than a fact concerns must go through here. */
public interface MailingService {

    /**
     * The effects of a mailing, for the page that asks for confirmation. Show it with the template {@code
     * platform.mail.preview}.
     *
     * @param topic the topic for the sending rules; {@code null} for letters that a fact requires, which no rule limits
     * @param letter writes the letter of an addressee; it is asked for one, so that the page shows a real letter
     */
    MailingPreview preview(
            @Nullable String topic, Collection<Addressee> addressees, Function<Addressee, LetterText> letter);

    /**
     * The recipients who would get no letter, to be shown before anything is sent.
     *
     * @return the key of the reason for each excluded recipient, in the order given; the others get the letter
     * @throws org.convergence.platform.database.Refused if no rule answers for the topic
     */
    Map<MailingRecipient, String> findExcluded(String topic, Collection<MailingRecipient> recipients);

    /**
     * The mandatory sender details missing for a topic, as message keys.
     *
     * @throws org.convergence.platform.database.Refused if no rule answers for the topic
     */
    List<String> findMissingDetails(String topic);

    /**
     * A letter of a topic as it would leave, signed, with marks in place of what is completed then.
     *
     * @param language code of the reader's language
     */
    RenderedLetter render(String topic, String language, String subject, List<LetterBlock> blocks);

    /**
     * A letter of a topic that names its sender and has no link to unsubscribe: a test, or one that another tool sends.
     *
     * @param language code of the reader's language
     */
    LetterContent sign(String topic, String language, List<LetterBlock> blocks);

    /**
     * A letter of a topic for another mailing tool: signed, without a link to unsubscribe, since that tool adds its own.
     *
     * @param language code of the reader's language
     */
    String renderForAnotherTool(String topic, String language, String subject, List<LetterBlock> blocks);

    /** A letter in both of its forms. */
    record RenderedLetter(String subject, String html, String text) {

        /** The size of both together, in bytes. */
        public int size() {
            return html.getBytes(StandardCharsets.UTF_8).length + text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /**
     * Posts letters in the caller's transaction, each with sender and unsubscribe address if required. Recipients
     * excluded by the rules get none.
     *
     * @return the key of the reason for each excluded recipient
     * @throws org.convergence.platform.database.Refused if no rule answers, or the sender's details are incomplete
     *     (R-CASL-9)
     */
    Map<MailingRecipient, String> post(Collection<BulkLetter> letters);
}
