package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.platform.database.Json;
import org.convergence.platform.redaction.Mention.MentionKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Finds mail addresses and telephone numbers in a normalized text. */
final class AddressFinder {

    private static final int FEWEST_FIGURES = 7;
    private static final int CONTEXT = 20;
    private static final String APART = "[ ().\\-_/]{0,3}";
    private static final String ACROSS = "[\\s().\\-_/]{0,3}";
    private static final Pattern BORDER = Pattern.compile("[\n\t]");
    private static final int LONGEST_PREFIX = 20;
    private static final int SHORTEST_LOCAL = 5;

    /** An international number, with its country code, or one of North America. */
    private static final Pattern COUNTRY = Pattern.compile(
            "(?:\\+|00)(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\\d{3})(\\d+)|1?([1-9]\\d{9})");

    private static final Pattern MONEY_BEFORE = Pattern.compile("[$€£]\\s?$");
    private static final Pattern MONEY_AFTER =
            Pattern.compile("(?:[.,]\\d{1,2})?[\\s\\u00a0\\u202f]?(?:[$€£¢]|(?:CAD|USD|EUR|dollars)\\b)");
    private static final Pattern JSON_KEY = Pattern.compile("\"\\s*:\\s*-?$");
    private static final Pattern JSON_AFTER = Pattern.compile("[\\d.eE+-]*\\s*[,}\\]]");
    private static final Pattern LONGER_BEFORE = Pattern.compile(
            "(?:facture|compte|dossier|commande|cheque|transit|invoice|account|order)s?[\\s.:#no°-]*$|\\d[-/]$");
    private static final Pattern LONGER_AFTER = Pattern.compile("[.,]\\d{1,2}(?!\\d)|[-/]\\d");
    private static final Pattern THOUSANDS = Pattern.compile("\\d \\d{3} \\d{3} \\d{3}");

    private final List<MailAddress> mails = new ArrayList<>();
    private final List<TelephoneNumber> numbers = new ArrayList<>();

    /** A mail address, as written, with a tag, or in words against collectors: "ana [at] exemple [dot] org". */
    private record MailAddress(String begin, Pattern pattern, String local) {

        MailAddress(String address) {
            this(
                    address.replaceFirst("\\W.*", ""),
                    Pattern.compile(String.join(
                            "(?:\\+[\\w.-]{1,40})?" + sign("@", "at|arobase|arroba|chez"),
                            dotted(address.substring(0, address.lastIndexOf('@'))),
                            dotted(address.substring(address.lastIndexOf('@') + 1)))),
                    local(address));
        }

        /** What is before the sign, if it tells whose address it is: no word such as "info". */
        private static String local(String address) {
            String before = address.substring(0, address.lastIndexOf('@'));
            return before.length() >= SHORTEST_LOCAL && before.matches(".*[^a-z].*") ? before : "";
        }

        private static String dotted(String part) {
            return Arrays.stream(part.split("\\.", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(sign("\\.", "dot|point|punto")));
        }

        private static String sign(String sign, String words) {
            return "(?:\\s{0,2}" + sign + "\\s{0,2}|\\s{0,2}[\\[({]\\s{0,2}(?:" + words + "|" + sign
                    + ")\\s{0,2}[])}]\\s{0,2}|\\s(?:" + words + ")\\s)";
        }
    }

    /**
     * A telephone number however it is divided, with or without its country code, but not with another one. One that goes on
     * beyond its line or cell is doubtful.
     */
    private record TelephoneNumber(Pattern prefix, Pattern figures) {

        static TelephoneNumber of(String figures) {
            Matcher known = COUNTRY.matcher(figures);
            if (!known.matches()) {
                return create("\\(?(?:\\+|00|011)\\d{1,3}", "", figures.replaceFirst("^[+0]+", ""));
            }
            boolean american = known.group(1) == null;
            String country = american ? "1" : known.group(1);
            return create(
                    "[(+]{0,2}(?:00|011)?" + APART + country, country, american ? known.group(3) : known.group(2));
        }

        private static TelephoneNumber create(String code, String country, String own) {
            return new TelephoneNumber(
                    Pattern.compile("(?:^|[^\\p{L}\\p{N}@])(?<!\\+\\d{1,3}" + APART + ")((?:" + code + "(?!\\. )"
                            + APART + ")?[+(0]{0,2})\\z"),
                    Pattern.compile("(?:" + String.join(ACROSS, own.split("")) + "|" + inCell(own) + "|"
                            + inCell(country + own) + ")(?![\\p{L}\\p{N}&&[^xp]])"));
        }

        /** As programs write a numeric cell: "4.185550199E9". */
        private static String inCell(String figures) {
            return figures.charAt(0) + "\\." + figures.substring(1).replaceFirst("0+$", "") + "e"
                    + (figures.length() - 1);
        }
    }

    AddressFinder(Collection<String> addresses) {
        for (String each : addresses) {
            String plain = each.strip();
            if (plain.contains("@")) {
                mails.add(new MailAddress(NormalizedText.ofLiteral(plain).toString()));
            } else {
                String figures = plain.replaceAll("[^0-9+]", "");
                if (figures.length() >= FEWEST_FIGURES) {
                    numbers.add(TelephoneNumber.of(figures));
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
            String near = read.contains(each.begin()) ? read : "";
            Matcher matcher = each.pattern().matcher(near);
            while (matcher.find()) {
                if (isWhole(text, matcher.start(), matcher.end())) {
                    add(text, matcher.start(), matcher.end(), doubt, all);
                } else if (text.hasLetterAt(matcher.start() - 1, '+') && isEnd(text, matcher.end())) {
                    add(text, matcher.start(), matcher.end(), MentionKind.ADDRESS, all);
                }
            }
            int local = each.local().isEmpty() ? -1 : near.indexOf(each.local());
            while (local >= 0) {
                int end = local + each.local().length();
                if (isWhole(text, local, end) && !text.hasLetterAt(end, '@')) {
                    add(text, local, end, MentionKind.ADDRESS, all);
                }
                local = near.indexOf(each.local(), end);
            }
        }
        for (TelephoneNumber each : number ? numbers : List.<TelephoneNumber>of()) {
            Matcher matcher = each.figures().matcher(read);
            while (matcher.find()) {
                int from = Math.max(0, matcher.start() - LONGEST_PREFIX);
                Matcher prefix = each.prefix().matcher(read.substring(from, matcher.start()));
                if (prefix.find() && !isAmount(text, from + prefix.start(1), matcher.end())) {
                    boolean other = isLonger(text, from + prefix.start(1), matcher.end())
                            || isJsonNumber(text, from + prefix.start(1), matcher.end())
                            || BORDER.matcher(matcher.group()).find();
                    add(text, from + prefix.start(1), matcher.end(), other ? MentionKind.ADDRESS : doubt, all);
                }
            }
        }
    }

    /** Whether the figures are an amount of money. */
    private static boolean isAmount(NormalizedText text, int start, int end) {
        String source = text.source();
        int from = text.from(start);
        int to = text.to(end - 1);
        String before = source.substring(Math.max(0, from - CONTEXT), from);
        String after = source.substring(to, Math.min(source.length(), to + CONTEXT));
        return MONEY_BEFORE.matcher(before).find() || MONEY_AFTER.matcher(after).lookingAt();
    }

    /** Whether the figures may be a number in JSON, which stands without quotes and is not replaced. */
    private static boolean isJsonNumber(NormalizedText text, int start, int end) {
        String source = text.source();
        int to = text.to(end - 1);
        String after = source.substring(to, Math.min(source.length(), to + CONTEXT));
        return JSON_AFTER.matcher(after).lookingAt() && isOutsideOfQuotes(source, text.from(start));
    }

    /** Whether the place is outside of quotes in JSON. A piece of a long text may begin anywhere: then a key tells. */
    private static boolean isOutsideOfQuotes(String source, int at) {
        if (JSON_KEY.matcher(source.substring(Math.max(0, at - CONTEXT), at)).find()) {
            return true;
        }
        if (!source.startsWith("[") && !source.startsWith("{")) {
            return false;
        }
        try {
            Json.parse(source);
        } catch (JacksonException text) {
            return false;
        }
        boolean quoted = false;
        for (int i = 0; i < at; i++) {
            if (source.charAt(i) == '\\') {
                i++;
            } else if (source.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return !quoted;
    }

    /** Whether the figures may be part of a longer number, or another one, such as an invoice's. */
    private static boolean isLonger(NormalizedText text, int start, int end) {
        String before = text.between(Math.max(0, start - CONTEXT), start);
        String after = text.between(end, Math.min(text.length(), end + CONTEXT));
        return LONGER_BEFORE.matcher(before).find()
                || LONGER_AFTER.matcher(after).lookingAt()
                || THOUSANDS.matcher(text.between(start, end)).matches();
    }

    private static void add(
            NormalizedText text, int start, int end, Mention.@Nullable MentionKind doubt, List<NameSpan> all) {
        String context = text.between(Math.max(0, start - CONTEXT), start) + "|" + text.between(start, end);
        all.add(new NameSpan(text.from(start), text.to(end - 1), doubt, context, true));
    }

    /** Whether the match is not part of a longer address. */
    private static boolean isWhole(NormalizedText text, int start, int end) {
        boolean emphasis = text.hasLetterAt(end, '_') && !text.isWord(end + 1);
        if (text.isWord(start - 1) || (text.hasLetterAt(start - 1, '_') && !emphasis) || text.isWord(end)) {
            return false;
        }
        boolean longer = start > 1 && "._+-".indexOf(text.at(start - 1)) >= 0 && text.isWord(start - 2);
        return !longer && isEnd(text, end);
    }

    private static boolean isEnd(NormalizedText text, int end) {
        return !text.isWord(end)
                && (end + 1 >= text.length() || "._-".indexOf(text.at(end)) < 0 || !text.isWord(end + 1));
    }
}
