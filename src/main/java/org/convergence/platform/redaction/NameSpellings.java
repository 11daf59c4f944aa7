package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The spellings of a person's names, addresses and numbers, for every search: at sealing or erasure, in backups, and
 * when a person is entered. Encodings, widths, blanks, markup, capitals and accents make no difference: such a match is
 * certain. Initials, joined words or one name alone may mean another person: these are {@link Mention mentions}, for a
 * person to decide. A one-word name is not searched for if there are longer ones, since others have it too.
 */
public final class NameSpellings {

    private static final Pattern KEPT = Pattern.compile("<[^<>]*>|[*`]+|~~|" + Gap.CELLS.pattern());
    private static final int PIECE = 1 << 17;
    private static final int OVERLAP = 1 << 12;

    private static final Pattern ENTITY = Pattern.compile("&#?\\w{1,12};");
    private static final Pattern MARKUP = Pattern.compile("[*`_]+|~~");

    private final NameIndex words;
    private final AddressMatching addresses;
    private final AddressMatching shared;

    private NameSpellings(NameIndex words, AddressMatching addresses, AddressMatching shared) {
        this.words = words;
        this.addresses = addresses;
        this.shared = shared;
    }

    /**
     * Spellings to find with certainty.
     *
     * @param all full names, addresses and numbers; at least one of them has letters or figures
     */
    public static NameSpellings of(Collection<String> all) {
        return of(all, "", "", List.of());
    }

    /**
     * Spellings to find with certainty, and names of which a part or initials give a mention.
     *
     * @param all full names, and addresses and numbers that only this person has
     * @param shared addresses and numbers that others have too
     */
    public static NameSpellings of(
            Collection<String> all, String givenName, String familyName, Collection<String> shared) {
        List<String> names =
                all.stream().filter(each -> !AddressMatching.isAddress(each)).toList();
        List<String> addresses = all.stream().filter(AddressMatching::isAddress).toList();
        var words = new NameWords(names, givenName, familyName);
        var hers = new AddressMatching(addresses);
        if (words.full().isEmpty() && hers.isEmpty()) {
            throw new IllegalArgumentException("nothing to look for");
        }
        return new NameSpellings(new NameIndex(words), hers, new AddressMatching(shared));
    }

    /** A text without encodings, markup, accents and invisible characters, as it is compared with names. */
    public static String plain(String text) {
        ReadText read = ReadText.of(text, ReadText.Way.MARKUP);
        var plain = new StringBuilder(read.length());
        for (int i = 0; i < read.length(); i++) {
            plain.append(read.isCapital(i) ? Character.toUpperCase(read.at(i)) : read.at(i));
        }
        return plain.toString();
    }

    /**
     * The findings in a text.
     *
     * @param named whether the person is certainly named
     * @param mentions uncertain places besides, in the order of the text
     */
    public record Findings(boolean named, List<Mention> mentions) {}

    /** Whether the text certainly names the person. */
    public boolean isIn(String text) {
        return spans(text).stream().anyMatch(each -> each.doubt() == null);
    }

    /** Finds names and mentions in a text. */
    public Findings find(String text) {
        boolean named = false;
        List<Mention> mentions = new ArrayList<>();
        for (Span each : spans(text)) {
            named |= each.doubt() == null;
            if (each.doubt() != null) {
                mentions.add(new Mention(each.doubt(), each.from(), each.to(), each.context()));
            }
        }
        return new Findings(named, mentions);
    }

    /** Replaces the names in a text. If a name was in two cells, the second becomes empty. */
    public String replace(String text, String standIn) {
        return replace(text, standIn, mention -> false);
    }

    /** Replaces the names, and the mentions that a person confirmed. */
    public String replace(String text, String standIn, Predicate<Mention> hers) {
        StringBuilder said = null;
        int at = 0;
        for (Span each : spans(text)) {
            Mention.Kind doubt = each.doubt();
            boolean another = doubt != null && !hers.test(new Mention(doubt, each.from(), each.to(), each.context()));
            if (each.from() < at || another) {
                continue;
            }
            if (said == null) {
                said = new StringBuilder(text.length());
            }
            said.append(text, at, each.from()).append(standIn);
            at = each.to();
            String kept = kept(text.substring(each.from(), each.to()));
            if (MARKUP.matcher(kept).matches()
                    && text.startsWith(kept, at)
                    && !text.startsWith(kept, each.from() - kept.length())) {
                // Emphasis that began within the name ends with it.
                at += kept.length();
            } else {
                said.append(kept);
            }
        }
        return said == null ? text : said.append(text, at, text.length()).toString();
    }

    /** Tags and cell separators within a name are kept, so that columns and markup stay valid. */
    private static String kept(String found) {
        var kept = new StringBuilder();
        Matcher matcher = KEPT.matcher(ENTITY.matcher(found).replaceAll(""));
        while (matcher.find()) {
            String each = matcher.group();
            if (each.charAt(0) == '<' || "*`~".indexOf(each.charAt(0)) >= 0 || each.matches("(?s).*[;|\t\"].*")) {
                kept.append(each);
            }
        }
        return kept.toString();
    }

    /** A long text is searched in pieces, to save memory; pieces overlap. */
    private List<Span> spans(String text) {
        if (text.length() <= PIECE) {
            return inPiece(text);
        }
        List<Span> all = new ArrayList<>();
        for (int start = 0; start < text.length(); start += PIECE - OVERLAP) {
            int end = Math.min(text.length(), start + PIECE);
            int first = start == 0 ? 0 : start + OVERLAP / 2;
            int last = end == text.length() ? end : end - OVERLAP / 2;
            for (Span each : inPiece(text.substring(start, end))) {
                if (each.from() + start >= first && each.from() + start < last) {
                    all.add(new Span(each.from() + start, each.to() + start, each.doubt(), each.context()));
                }
            }
            if (end == text.length()) {
                break;
            }
        }
        return all;
    }

    private List<Span> inPiece(String text) {
        List<Span> all = new ArrayList<>();
        ReadText markup = ReadText.of(text, ReadText.Way.MARKUP);
        in(markup, all);
        if (text.indexOf('<') >= 0 || text.indexOf('\\') >= 0) {
            in(ReadText.of(text, ReadText.Way.LITERAL), all);
        }
        if (markup.hasInnerMarks()) {
            for (Span each : NameMatching.find(words, ReadText.of(text, ReadText.Way.CLOSED))) {
                if (each.doubt() == null || each.doubt() == Mention.Kind.JOINED || each.doubt() == Mention.Kind.APART) {
                    all.add(new Span(each.from(), each.to(), Mention.Kind.JOINED, each.context()));
                }
            }
        }
        return all.isEmpty() ? all : apart(all);
    }

    private void in(ReadText text, List<Span> all) {
        all.addAll(NameMatching.find(words, text));
        addresses.find(text, null, all);
        shared.find(text, Mention.Kind.ADDRESS, all);
    }

    /** Removes overlaps: certain matches win, then earlier ones. */
    private static List<Span> apart(List<Span> all) {
        List<Span> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(Span::from).thenComparing(Span::to, Comparator.reverseOrder()));
        List<Span> certain =
                merge(sorted.stream().filter(each -> each.doubt() == null).toList(), List.of());
        List<Span> others =
                merge(sorted.stream().filter(each -> each.doubt() != null).toList(), certain);
        List<Span> both = new ArrayList<>(certain);
        both.addAll(others);
        both.sort(Comparator.comparingInt(Span::from));
        return both;
    }

    /** Merges two lists sorted by position. */
    private static List<Span> merge(List<Span> some, List<Span> before) {
        List<Span> kept = new ArrayList<>();
        int at = 0;
        int end = 0;
        for (Span each : some) {
            while (at < before.size() && before.get(at).to() <= each.from()) {
                at++;
            }
            if (each.from() >= end && (at == before.size() || !before.get(at).overlaps(each))) {
                kept.add(each);
                end = each.to();
            }
        }
        return kept;
    }
}
