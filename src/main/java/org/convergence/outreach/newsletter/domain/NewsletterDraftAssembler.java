package org.convergence.outreach.newsletter.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.convergence.directory.people.NamedPeopleFinder;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what fills a new issue: what was done since the last one, and what is planned. Internal meetings and reports are
 * left out, and so is each title that names a person. Missions and urgent actions tell where people at risk are: they
 * are only in an issue if someone writes them there.
 */
@Component
record NewsletterDraftAssembler(RealisationFacts facts, NamedPeopleFinder names, JdbcClient db) {

    private static final Set<RealisationKind> PUBLISHED = EnumSet.complementOf(EnumSet.of(
            RealisationKind.MEETING, RealisationKind.MISSION, RealisationKind.REPORT, RealisationKind.OTHER));
    /** The beginnings of words of titles that are left out, folded. */
    private static final Pattern LEFT_OUT = Pattern.compile("\\b(urgen|infolettre|newsletter|bolet)");

    private static final int MOST_DONE = 12;
    private static final int MOST_PLANNED = 4;
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

    /** What is planned after a day. */
    List<DatedTitle> findPlanned(LocalDate today) {
        return open(db.sql("""
                                SELECT title, starts_on AS day FROM plan.realisation_summary
                                WHERE state = 'PLANNED' AND kind <> 'MISSION' AND starts_on BETWEEN :today AND :until
                                ORDER BY starts_on, id LIMIT 20
                                """)
                        .param("today", today)
                        .param("until", today.plusDays(DAYS_AHEAD))
                        .query(RecordMapper.of(DatedTitle.class))
                        .list())
                .stream()
                .limit(MOST_PLANNED)
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
