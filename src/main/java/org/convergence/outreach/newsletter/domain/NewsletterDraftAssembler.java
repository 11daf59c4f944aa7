package org.convergence.outreach.newsletter.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.directory.people.NamedPeopleFinder;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.outreach.newsletter.domain.NewsletterService.NewBlock;
import org.convergence.outreach.website.PublishedEntries;
import org.convergence.outreach.website.PublishedEntrySource.FeedTag;
import org.convergence.outreach.website.PublishedEntrySource.PublishedEntry;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what fills a new issue: what was done since the last one, what organisations published of our
 * kits, and what is published as coming: nothing that is only planned. Of what was done, internal meetings and reports are
 * left out, and so is each title that names a person. Missions and urgent actions tell where people at risk are: they
 * are only in an issue if someone writes them there.
 */
@Component
record NewsletterDraftAssembler(
        RealisationFacts facts, NamedPeopleFinder names, PublishedEntries entries, BaseUrl baseUrl, JdbcClient db) {

    private static final Set<RealisationKind> PUBLISHED = EnumSet.complementOf(EnumSet.of(
            RealisationKind.MEETING, RealisationKind.MISSION, RealisationKind.REPORT, RealisationKind.OTHER));
    /** The beginnings of words of titles that are left out, folded; relays have a list of their own. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("\\b(urgen|infolettre|newsletter|bolet)|^relay(e par|ed by) ");

    private static final int MOST_DONE = 12;
    private static final int MOST_COMING = 6;
    private static final int MOST_APPEALS = 2;
    private static final int LONGEST_SUMMARY = 280;
    private static final int DAYS_AHEAD = 60;

    /** A realisation by its title and its day. */
    record DatedTitle(String title, LocalDate day) {}

    /**
     * What was done, the latest first.
     *
     * @param left the number of those before, for which there is no room
     */
    record DoneTitles(List<DatedTitle> shown, int left) {}

    /** What was done between two days. */
    DoneTitles findDone(LocalDate from, LocalDate to, Set<RealisationId> without) {
        List<RealisationFact> found = new ArrayList<>();
        facts.forEach(FactsQuery.forPeriod(from, to).withoutRealisations(without), fact -> {
            if (PUBLISHED.contains(fact.happening().kind())) {
                found.add(fact);
            }
        });
        Collections.reverse(found);
        List<DatedTitle> open = open(found.stream()
                .map(fact -> new DatedTitle(
                        fact.happening().title(), fact.happening().when().to()))
                .toList());
        List<DatedTitle> shown = open.stream().limit(MOST_DONE).toList();
        return new DoneTitles(shown, open.size() - shown.size());
    }

    /**
     * What is to come, as events, gatherings of organisations and workshops are published, and the appeals that are open;
     * each with its link.
     */
    List<NewBlock> findComing(LocalDate today, String language, Words t) {
        List<NewBlock> blocks = new ArrayList<>();
        entries.findComing(language).stream()
                .filter(each -> each.happensOn() != null && !each.happensOn().isAfter(today.plusDays(DAYS_AHEAD)))
                .limit(MOST_COMING)
                .forEach(
                        each -> blocks.add(block(NewsletterBlockKind.DATE, each, describe(each, t), each.happensOn())));
        entries.findLatest(FeedTag.APPEAL, language, MOST_APPEALS)
                .forEach(each -> blocks.add(block(NewsletterBlockKind.APPEAL, each, summary(each), null)));
        return blocks;
    }

    private NewBlock block(NewsletterBlockKind kind, PublishedEntry entry, String body, @Nullable LocalDate happensOn) {
        return new NewBlock(
                kind,
                TextShortener.shorten(entry.title(), NewsletterBlock.LONGEST_TITLE),
                body,
                address(entry),
                happensOn);
    }

    private String address(PublishedEntry entry) {
        return entry.url().startsWith("/") ? baseUrl.value() + entry.url() : entry.url();
    }

    /** Where and when, and below what it is. */
    private static String describe(PublishedEntry entry, Words t) {
        String when = TextParser.dateTime(entry.happensOn() + "T" + entry.happensAt())
                .map(at -> t.time(at.toLocalTime()))
                .orElse("");
        String first =
                Stream.of(when, entry.place()).filter(each -> !each.isBlank()).collect(Collectors.joining(", "));
        return (first + "\n\n" + summary(entry)).strip();
    }

    /** Sources give the beginning of long texts, cut off anywhere. */
    private static String summary(PublishedEntry entry) {
        return TextShortener.shorten(entry.summary(), LONGEST_SUMMARY);
    }

    /**
     * What an organisation published of our kits.
     *
     * @param url where it is; {@code null} if nobody said so
     */
    record PublishedRelay(
            String title,
            String organisation,
            LocalDate day,
            @Nullable String url) {

        /** A line of a list. */
        String describe(Words t) {
            String text = "- " + t.say("newsletter.draft.relay", organisation, title, t.day(day));
            return url == null ? text : text + " " + url;
        }
    }

    /** What organisations published between two days, the latest first. */
    List<PublishedRelay> findPublished(LocalDate from, LocalDate to) {
        List<PublishedRelay> found = db.sql("""
                        SELECT r.title, o.name AS organisation, r.declared_on AS day, r.url
                        FROM outreach.relay_publication r
                        JOIN directory.people_organisation_name o ON o.id = r.organisation
                        WHERE r.declared_on BETWEEN :from AND :to
                        ORDER BY r.declared_on DESC, o.name LIMIT :most
                        """)
                .param("from", from)
                .param("to", to)
                .param("most", MOST_DONE)
                .query(RecordMapper.of(PublishedRelay.class))
                .list();
        Set<DatedTitle> open = Set.copyOf(open(found.stream()
                .map(each -> new DatedTitle(each.title(), each.day()))
                .distinct()
                .toList()));
        return found.stream()
                .filter(each -> open.contains(new DatedTitle(each.title(), each.day())))
                .toList();
    }

    private List<DatedTitle> open(List<DatedTitle> all) {
        List<DatedTitle> titles = all.stream()
                .filter(each ->
                        !LEFT_OUT.matcher(TextNormalizer.fold(each.title())).find())
                .toList();
        List<List<String>> named =
                names.findNames(titles.stream().map(DatedTitle::title).toList());
        return IntStream.range(0, titles.size())
                .filter(i -> named.get(i).isEmpty())
                .mapToObj(titles::get)
                .toList();
    }
}
