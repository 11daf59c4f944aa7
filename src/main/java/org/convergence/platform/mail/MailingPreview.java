package org.convergence.platform.mail;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The effects of a mailing, shown before it is sent (template {@code platform.mail.preview}).
 *
 * @param letters the addressees who get a letter by mail
 * @param leftOut the addressees excluded, each with the key of the reason
 * @param toPrint the addressees without an address: their letter is printed
 * @param mailSet whether the letters leave at once; without a mail server they wait
 * @param showsAddresses whether the viewer may see addresses
 * @param sample the letter of the first addressee; {@code null} if nobody gets one by mail
 */
public record MailingPreview(
        List<Addressee> letters,
        List<ExcludedAddressee> leftOut,
        List<Addressee> toPrint,
        boolean mailSet,
        boolean showsAddresses,
        @Nullable SampleLetter sample) {

    /**
     * An addressee of the mailing.
     *
     * @param party the person or organisation, as a {@link SendingRule} knows it
     * @param address {@code null} if none is known, or the letter goes by post
     * @param detail what differs from one letter to the other, such as the amount; {@code null} for nothing
     */
    public record Addressee(
            UUID party,
            String name,
            @Nullable String address,
            @Nullable String detail) {

        /** An addressee whose letter says the same as the others. */
        public Addressee(UUID party, String name, @Nullable String address) {
            this(party, name, address, null);
        }

        /** The same, whose letter differs from the others. */
        public Addressee withDetail(String difference) {
            return new Addressee(party, name, address, difference);
        }
    }

    /**
     * The words of a letter in its reader's language; marks such as {@code [[link]]} are completed when it leaves.
     *
     * @param content the blocks of the text; {@code null} if it was written as plain text
     */
    public record LetterText(
            String subject,
            String text,
            Words words,
            @Nullable LetterContent content) {

        /** A letter in plain text. */
        public LetterText(String subject, String text, Words words) {
            this(subject, text, words, null);
        }

        /** A letter in blocks. */
        public static LetterText of(String subject, List<LetterBlock> blocks, Words words) {
            LetterContent content = LetterContent.of(words, blocks);
            return new LetterText(subject, content.plainText(), words, content);
        }
    }

    /** A letter as its addressee gets it. */
    public record SampleLetter(Addressee addressee, String subject, String text) {

        private static final Pattern MARK = Pattern.compile("\\[\\[\\w+]]");

        /** The text, with words for what is only made when the letter leaves. */
        public String text(Words t) {
            return MARK.matcher(text).replaceAll(Matcher.quoteReplacement(t.say("mail.preview.mark")));
        }
    }

    /** An addressee who gets no letter, with the key of the message that says why. */
    public record ExcludedAddressee(Addressee addressee, String reason) {}

    /**
     * A fingerprint of the addressees and the words. A form sends it back: if they changed since they were shown, the new
     * preview is shown instead of sending.
     */
    public String mark() {
        Stream<@Nullable String> words = sample == null ? Stream.of() : Stream.of(sample.subject(), sample.text());
        return Integer.toHexString(Stream.concat(
                        Stream.concat(letters.stream(), toPrint.stream())
                                .flatMap(each -> Stream.of(each.party().toString(), each.address(), each.detail())),
                        words)
                .map(String::valueOf)
                .toList()
                .hashCode());
    }

    /** The same preview with more excluded addressees, such as those that a segment leaves out. */
    public MailingPreview withLeftOut(List<ExcludedAddressee> more) {
        return new MailingPreview(
                letters,
                Stream.concat(leftOut.stream(), more.stream()).toList(),
                toPrint,
                mailSet,
                showsAddresses,
                sample);
    }

    /** Whether anybody gets a letter, by mail or printed. */
    public boolean isNeeded() {
        return !letters.isEmpty() || !toPrint.isEmpty();
    }
}
