package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds mail addresses and telephone numbers in a normalized text. */
final class AddressFinder {

    private static final int FEWEST_FIGURES = 7;
    private static final int CONTEXT = 20;

    private final List<MailAddress> mails = new ArrayList<>();
    /** A mail address, as written or in words against collectors: "ana [at] exemple [dot] org". */
    private record MailAddress(String user, Pattern pattern) {

        MailAddress(String address) {
            this(
                    address.substring(0, address.lastIndexOf('@')),
                    Pattern.compile(Pattern.quote(address.substring(0, address.lastIndexOf('@')))
                            + sign("@", "at|arobase|chez")
                            + Arrays.stream(address.substring(address.lastIndexOf('@') + 1)
                                            .split("\\.", -1))
                                    .map(Pattern::quote)
                                    .collect(Collectors.joining(sign("\\.", "dot|point")))));
        }

        private static String sign(String sign, String words) {
            return "(?:" + sign + "| {0,2}[\\[({] {0,2}(?:" + words + "|" + sign + ") {0,2}[])}] {0,2}| (?:" + words
                    + ") )";
        }
    }

    private final List<Pattern> numbers = new ArrayList<>();

    AddressFinder(Collection<String> addresses) {
        for (String each : addresses) {
            String plain = each.strip();
            if (plain.contains("@")) {
                mails.add(new MailAddress(NormalizedText.ofLiteral(plain).toString()));
            } else {
                String figures = plain.replaceAll("[^0-9]", "");
                if (figures.length() >= FEWEST_FIGURES) {
                    numbers.add(Pattern.compile("[+(]?"
                            + figures.chars()
                                    .mapToObj(figure -> String.valueOf((char) figure))
                                    .collect(Collectors.joining("[\\s().-]{0,2}"))));
                }
            }
        }
    }

    static boolean isAddress(String text) {
        return text.contains("@") || text.strip().matches("[+(]?[0-9][0-9 ().\\-/\\u00a0]*");
    }

    boolean isEmpty() {
        return mails.isEmpty() && numbers.isEmpty();
    }

    /** Adds the places of the addresses found. */
    void find(NormalizedText text, Mention.@Nullable MentionKind doubt, List<NameSpan> all) {
        boolean mail = !mails.isEmpty();
        boolean number = !numbers.isEmpty() && text.figures() >= FEWEST_FIGURES;
        if (!mail && !number) {
            return;
        }
        String read = text.toString();
        for (MailAddress each : mails) {
            Matcher matcher = each.pattern().matcher(read.contains(each.user()) ? read : "");
            while (matcher.find()) {
                if (isWhole(text, matcher.start(), matcher.end())) {
                    add(text, matcher.start(), matcher.end(), doubt, all);
                }
            }
        }
        for (Pattern each : number ? numbers : List.<Pattern>of()) {
            Matcher matcher = each.matcher(read);
            while (matcher.find()) {
                if (!text.isWord(matcher.start() - 1)
                        && !text.hasLetterAt(matcher.start() - 1, '@')
                        && !text.isWord(matcher.end())) {
                    add(text, matcher.start(), matcher.end(), doubt, all);
                }
            }
        }
    }

    private static void add(
            NormalizedText text, int start, int end, Mention.@Nullable MentionKind doubt, List<NameSpan> all) {
        String context =
                doubt == null ? "" : text.between(Math.max(0, start - CONTEXT), start) + "|" + text.between(start, end);
        all.add(new NameSpan(text.from(start), text.to(end - 1), doubt, context));
    }

    /** Whether the match is not part of a longer address. */
    private static boolean isWhole(NormalizedText text, int start, int end) {
        if (text.isWord(start - 1) || text.hasLetterAt(start - 1, '_') || text.isWord(end)) {
            return false;
        }
        boolean longer = start > 1 && "._+-".indexOf(text.at(start - 1)) >= 0 && text.isWord(start - 2);
        boolean further = end + 1 < text.length() && "._-".indexOf(text.at(end)) >= 0 && text.isWord(end + 1);
        return !longer && !further;
    }
}
