package org.convergence.cooperation.watch.domain;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.cooperation.watch.domain.WatchFeed.FeedHealth;
import org.convergence.platform.fetch.FetchRequest;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;

/** Rules of the watch: what a pasted text is, what feeds propose, how healthy a feed is. */
public final class WatchPolicy {

    /** The most entries that feeds propose in a week about a country. */
    public static final int MOST_PROPOSALS = 3;

    /** After how many days an entry without an answer is forgotten. */
    public static final int PROPOSAL_DAYS = 7;

    /** For how many days an item lasts, unless said otherwise. */
    public static final int ITEM_DAYS = 90;

    /** After how many days without anything new a feed is silent. */
    public static final int SILENT_DAYS = 30;

    static final int LONGEST_TITLE = 300;
    static final int LONGEST_BODY = 8_000;

    private static final Duration UNREAD = Duration.ofDays(2);
    private static final Duration USUAL = Duration.ofHours(6);
    private static final Duration SELDOM = Duration.ofHours(24);
    private static final int LONGEST_SITE = 200;

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"«»]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK_END = Pattern.compile("[.,;:!?)\\]]+$");
    private static final Pattern TITLE_END = Pattern.compile("[\\s(\\[:,;–—-]+$");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NOT_WORDS = Pattern.compile("[-_+]+|\\.[a-z]{2,5}$");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{3,}[^\\p{L}]+\\p{L}{2,}");

    private WatchPolicy() {}

    /**
     * A pasted text.
     *
     * @param url the first address in it; {@code null} for none
     * @param site the host of the address; empty for none
     * @param body the whole text; empty for an address alone
     */
    public record PastedText(String title, @Nullable String url, String site, String body) {}

    /** What a pasted text holds: its first line is the title; an address alone gives the words of its last part. */
    public static PastedText parsePaste(String pasted) {
        String text = pasted.strip();
        Optional<URI> address = findAddress(text);
        String url = address.map(URI::toString).orElse(null);
        String host = address.map(URI::getHost).orElse("");
        String site = TextShortener.shorten(host.startsWith("www.") ? host.substring(4) : host, LONGEST_SITE);
        String first = text.lines()
                .map(line -> url == null ? line : LINK.matcher(line).replaceAll(" "))
                .map(line -> SPACES.matcher(line).replaceAll(" "))
                .map(line -> TITLE_END.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
        String title =
                !first.isEmpty() ? first : address.map(WatchPolicy::wordsOf).orElse("");
        boolean alone = first.isEmpty() || text.equals(first);
        return new PastedText(TextShortener.shorten(title, LONGEST_TITLE), url, site, alone ? "" : text);
    }

    private static Optional<URI> findAddress(String text) {
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            Optional<URI> address =
                    FetchRequest.parseAddress(LINK_END.matcher(link.group()).replaceFirst(""));
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    /** The words of the last part of an address that has some; else its host. */
    private static String wordsOf(URI address) {
        String words = "";
        for (String part : String.valueOf(address.getPath()).split("/", -1)) {
            String read = NOT_WORDS.matcher(part).replaceAll(" ").strip();
            words = LETTERS.matcher(read).find() ? read : words;
        }
        return words.isEmpty() ? address.getHost() : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /**
     * The only country that a text names.
     *
     * @param names by code
     * @return empty if it names none, or several
     */
    public static Optional<String> findCountry(String text, Map<String, String> names) {
        String words = foldWords(text);
        List<String> found = names.entrySet().stream()
                .filter(each -> words.contains(foldWords(each.getValue())))
                .map(Map.Entry::getKey)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String foldWords(String text) {
        return " " + TextNormalizer.fold(NOT_LETTERS.matcher(text).replaceAll(" ")) + " ";
    }

    /**
     * An entry that may be proposed.
     *
     * @param publishedOn {@code null} if the feed does not say; then the day on which it was first seen counts
     */
    record EntryCandidate(
            UUID id,
            UUID feed,
            @Nullable String url,
            @Nullable LocalDate publishedOn,
            LocalDate seenOn) {

        LocalDate day() {
            return publishedOn == null || publishedOn.isAfter(seenOn) ? seenOn : publishedOn;
        }
    }

    /**
     * The entries that are proposed: from each feed in turn its latest, the same address once.
     *
     * @param proposed how many were proposed this week about the country
     */
    static List<UUID> choose(List<EntryCandidate> candidates, int proposed) {
        Map<UUID, Integer> turns = new HashMap<>();
        Set<String> addresses = new HashSet<>();
        List<EntryCandidate> latest = candidates.stream()
                .sorted(Comparator.comparing(EntryCandidate::day).reversed().thenComparing(EntryCandidate::id))
                .toList();
        record RankedEntry(int turn, EntryCandidate entry) {}
        List<RankedEntry> ranked = new ArrayList<>();
        for (EntryCandidate each : latest) {
            if (each.url() == null || addresses.add(each.url())) {
                ranked.add(new RankedEntry(turns.merge(each.feed(), 1, Integer::sum), each));
            }
        }
        return ranked.stream()
                .sorted(Comparator.comparingInt(RankedEntry::turn))
                .limit(Math.max(0, MOST_PROPOSALS - proposed))
                .map(each -> each.entry().id())
                .toList();
    }

    /** The first day of the week of a day. */
    static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** When a feed is read next: after six hours; each failure doubles the delay, up to a day. */
    static Instant nextReading(Instant now, int failures) {
        Duration wait = USUAL.multipliedBy(1L << Math.min(failures, 3));
        return now.plus(wait.compareTo(SELDOM) > 0 ? SELDOM : wait);
    }

    /**
     * The health of a feed.
     *
     * @param readAt the last reading that succeeded
     * @param freshAt when it last held something new
     */
    static FeedHealth health(
            boolean isOn, int failures, @Nullable Instant readAt, @Nullable Instant freshAt, Instant now) {
        if (!isOn) {
            return FeedHealth.OFF;
        }
        if (failures > 0) {
            return FeedHealth.FAILING;
        }
        if (readAt == null) {
            return FeedHealth.NEW;
        }
        if (readAt.isBefore(now.minus(UNREAD))) {
            return FeedHealth.UNREAD;
        }
        return freshAt == null || freshAt.isBefore(now.minus(Duration.ofDays(SILENT_DAYS)))
                ? FeedHealth.SILENT
                : FeedHealth.FINE;
    }
}
