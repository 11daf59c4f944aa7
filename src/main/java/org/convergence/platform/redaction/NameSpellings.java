package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.convergence.platform.redaction.Mention.MentionKind;

/**
 * The spellings of a person's names, addresses and numbers, for every search: at sealing or erasure, in backups, and
 * when a person is entered. Encodings, widths, markup, capitals and accents make no difference, nor do letters of another
 * script that look alike, or a name spelled letter by letter. {@link NameBorders} decides where such a name is certain.
 * All other places, initials, joined words or one name alone may mean another person: these are {@link Mention mentions},
 * for a person to decide.
 */
public final class NameSpellings {

    private static final int PIECE = 1 << 17;
    private static final int OVERLAP = 1 << 12;

    private static final Set<MentionKind> IN_FULL =
            EnumSet.of(MentionKind.JOINED, MentionKind.LONGER, MentionKind.APART, MentionKind.NEIGHBOURS);

    private static final Set<MentionKind> PERHAPS_CERTAIN =
            EnumSet.of(MentionKind.NEIGHBOURS, MentionKind.APART, MentionKind.BESIDE);

    private final NameIndex words;
    private final NameIndex latin;
    private final AddressFinder addresses;
    private final AddressFinder shared;
    private final GarbledLetters garbled;
    private final OtherNames others;

    private NameSpellings(
            NameIndex words,
            NameIndex latin,
            AddressFinder addresses,
            AddressFinder shared,
            GarbledLetters garbled,
            OtherNames others) {
        this.others = others;
        this.words = words;
        this.latin = latin;
        this.addresses = addresses;
        this.shared = shared;
        this.garbled = garbled;
    }

    /**
     * Spellings to find with certainty.
     *
     * @param all full names, addresses and numbers
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
        return of(all, givenName, familyName, shared, "");
    }

    /**
     * The same, of a person in whose place a code name stands: what is left of the names beside it is a mention.
     *
     * @param codeName a word
     */
    public static NameSpellings of(
            Collection<String> all, String givenName, String familyName, Collection<String> shared, String codeName) {
        List<String> names =
                all.stream().filter(each -> !AddressFinder.isAddress(each)).toList();
        List<String> addresses = all.stream().filter(AddressFinder::isAddress).toList();
        var words = new NameWords(names, givenName, familyName, codeName, false);
        var latin = new NameWords(names, givenName, familyName, codeName, true);
        var hers = new AddressFinder(addresses);
        return new NameSpellings(
                new NameIndex(words),
                new NameIndex(latin),
                hers,
                new AddressFinder(shared),
                new GarbledLetters(names),
                OtherNames.NONE);
    }

    /**
     * The same, where a name beside a name on file may be another person's.
     *
     * @param given given names and their words, folded
     * @param families family names and their words, folded
     * @param acronyms acronyms of organisations, folded, which are not the person's initials
     */
    public NameSpellings withOthers(
            Collection<String> given, Collection<String> families, Collection<String> acronyms) {
        return new NameSpellings(
                words,
                latin,
                addresses,
                shared,
                garbled,
                new OtherNames(Set.copyOf(given), Set.copyOf(families), Set.copyOf(acronyms)));
    }

    /** Whether it is a mail address or a number, and no name. */
    public static boolean isAddress(String text) {
        return AddressFinder.isAddress(text);
    }

    /** Whether two places of a text are in the same row of a table, value of JSON or paragraph. */
    public static boolean areOfOneRecord(String text, Mention one, Mention other) {
        NavigableSet<Integer> ends = NameSpans.recordEnds(NormalizedText.ofMarkup(text));
        return Objects.equals(ends.floor(one.from()), ends.floor(other.from()));
    }

    /** A text without encodings, markup, accents and invisible characters, as it is compared with names. */
    public static String plain(String text) {
        return plain(NormalizedText.ofMarkup(text));
    }

    /**
     * The other readings of a text that is a name: letters of other scripts as the Latin ones that look alike, and
     * words
     * spelled letter by letter as words. Empty for an ordinary name.
     */
    public static List<String> disguised(String name) {
        NormalizedText read = NormalizedText.ofMarkup(name);
        NormalizedText latin = DerivedText.latin(read);
        NormalizedText unspaced = DerivedText.unspaced(latin, word -> false);
        return Stream.of(latin == read ? null : latin, unspaced)
                .flatMap(Stream::ofNullable)
                .map(NameSpellings::plain)
                .toList();
    }

    private static String plain(NormalizedText read) {
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
    public record NameFindings(boolean named, List<Mention> mentions) {

        /** Whether the full name is somewhere, also where the place is doubtful. */
        public boolean isInFull() {
            return named || mentions.stream().anyMatch(each -> each.kind().isInFull());
        }
    }

    /** Whether the text certainly names the person. */
    public boolean isIn(String text) {
        return spans(text).stream().anyMatch(each -> each.doubt() == null);
    }

    /** Whether the text names the person in full, certainly or beside other names, in another order or apart. */
    public boolean isPossiblyIn(String text) {
        return spans(text).stream().anyMatch(each -> each.doubt() == null || PERHAPS_CERTAIN.contains(each.doubt()));
    }

    /** Finds names and mentions in a text. */
    public NameFindings find(String text) {
        boolean named = false;
        List<Mention> mentions = new ArrayList<>();
        for (NameSpan each : spans(text)) {
            named |= each.doubt() == null;
            if (each.doubt() != null) {
                mentions.add(new Mention(each.doubt(), each.from(), each.to(), each.context()));
            }
        }
        return new NameFindings(named, mentions);
    }

    /** Replaces the names in a text. If a name was in two cells, the second becomes empty. */
    public String replace(String text, String standIn) {
        return replace(text, standIn, mention -> false);
    }

    /** Replaces the names, and the mentions that a person confirmed. */
    public String replace(String text, String standIn, Predicate<Mention> hers) {
        StringBuilder said = null;
        int at = 0;
        for (NameSpan each : spans(text)) {
            MentionKind doubt = each.doubt();
            boolean another = doubt != null && !hers.test(new Mention(doubt, each.from(), each.to(), each.context()));
            if (each.from() < at || another) {
                continue;
            }
            if (said == null) {
                said = new StringBuilder(text.length());
            }
            said.append(text, at, each.from()).append(standIn);
            at = each.to();
            for (String kept : KeptMarkup.find(text, each)) {
                if (KeptMarkup.isEmphasis(kept)
                        && text.startsWith(kept, at)
                        && !text.startsWith(kept, each.from() - kept.length())) {
                    // Emphasis that began within the name ends with it.
                    at += kept.length();
                } else {
                    said.append(kept);
                }
            }
        }
        return said == null ? text : said.append(text, at, text.length()).toString();
    }

    /** A long text is searched in pieces, to save memory; pieces overlap. */
    private List<NameSpan> spans(String text) {
        if (text.length() <= PIECE) {
            return inPiece(text);
        }
        List<NameSpan> all = new ArrayList<>();
        for (int start = 0; start < text.length(); start += PIECE - OVERLAP) {
            int end = Math.min(text.length(), start + PIECE);
            int first = start == 0 ? 0 : start + OVERLAP / 2;
            int last = end == text.length() ? end : end - OVERLAP / 2;
            for (NameSpan each : inPiece(text.substring(start, end))) {
                if (each.from() + start >= first && each.from() + start < last) {
                    all.add(each.movedBy(start));
                }
            }
            if (end == text.length()) {
                break;
            }
        }
        return all;
    }

    private List<NameSpan> inPiece(String text) {
        List<NameSpan> all = new ArrayList<>();
        NormalizedText markup = NormalizedText.ofMarkup(text);
        in(markup, words, false, all);
        if (text.indexOf('<') >= 0 || text.indexOf('\\') >= 0) {
            List<NameSpan> literal = new ArrayList<>();
            in(NormalizedText.ofLiteral(text), words, false, literal);
            // What is doubtful with markup stays so.
            NameSpans.removeOverlaps(literal, all);
            all.addAll(literal);
        }
        NormalizedText alike = DerivedText.latin(markup);
        DerivedText.joined(alike).forEach(each -> addJoined(each, all));
        if (alike != markup) {
            in(alike, latin, false, all);
        }
        NormalizedText unspaced = DerivedText.unspaced(alike, latin.names()::isKnown);
        if (unspaced != null) {
            in(unspaced, latin, true, all);
        }
        NormalizedText mended = garbled.mend(markup);
        if (mended != null) {
            NameFinder.find(words, mended, false, others, List.of()).stream()
                    .filter(each -> garbled.isIn(each, text))
                    .map(each -> each.as(MentionKind.GARBLED))
                    .forEach(all::add);
        }
        return all.isEmpty()
                ? all
                : NameSpans.withoutThoseBesideDoubt(
                        markup, NameSpans.apart(all), words.names().hasCodeName());
    }

    /** Full names in another reading of the text are mentions. */
    private void addJoined(NormalizedText text, List<NameSpan> all) {
        for (NameSpan each : NameFinder.find(latin, text, false, others, List.of())) {
            if (each.doubt() == null || IN_FULL.contains(each.doubt())) {
                all.add(each.as(MentionKind.JOINED));
            }
        }
    }

    private void in(NormalizedText text, NameIndex index, boolean spelled, List<NameSpan> all) {
        List<NameSpan> found = new ArrayList<>();
        addresses.find(text, null, found);
        shared.find(text, MentionKind.ADDRESS, found);
        all.addAll(NameFinder.find(index, text, spelled, others, found));
        all.addAll(found);
    }
}
