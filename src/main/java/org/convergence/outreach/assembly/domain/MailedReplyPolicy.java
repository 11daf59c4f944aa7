package org.convergence.outreach.assembly.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.platform.text.TextShortener;

/** Reads the answer to a notice from the own words of a mail: « oui » or « non » first, without doubt after it (R-GOV-16). */
final class MailedReplyPolicy {

    private static final int WORDS = 300;

    private static final Pattern FIRST = Pattern.compile("^[^\\p{L}]*(\\p{L}+)");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** Without accent, the Spanish « sí » is the French « si ». */
    private static final Set<String> YES = Set.of("oui", "yes", "sí");

    private static final Set<String> NO = Set.of("non", "no");

    /** Words that make an answer a maybe, or « no problem » of a refusal. */
    private static final Pattern DOUBT = Pattern.compile(
            "peut[- ]?[êe]tre|maybe|perhaps|tal vez|quiz[áa]s?|^\\W*(non?)\\b[\\s,]*(pas de |de |any )?(souci|soucis|probl\\p{L}+|worr\\p{L}+|doubt\\p{L}*)");

    private MailedReplyPolicy() {}

    /** An answer, with the paragraph in which it stands. */
    record MailedReply(ReplyAnswer answer, String words) {}

    /** The answer of own words; empty if they are unclear. */
    static Optional<MailedReply> read(String own) {
        String paragraph =
                own.strip().lines().takeWhile(line -> !line.isBlank()).collect(Collectors.joining("\n"));
        String plain = paragraph.toLowerCase(Locale.ROOT);
        Matcher first = FIRST.matcher(plain);
        if (!first.find() || DOUBT.matcher(plain).find()) {
            return Optional.empty();
        }
        boolean yes = YES.contains(first.group(1));
        Set<String> contrary = yes ? NO : YES;
        if ((!yes && !NO.contains(first.group(1)))
                || WORD.matcher(plain).results().anyMatch(word -> contrary.contains(word.group()))) {
            return Optional.empty();
        }
        String rest = paragraph.substring(first.end()).replaceFirst("^[\\p{Punct}\\s»]+", "");
        return Optional.of(new MailedReply(
                yes ? ReplyAnswer.COMING : ReplyAnswer.NOT_COMING,
                rest.isEmpty() ? "" : TextShortener.shorten(paragraph, WORDS)));
    }
}
