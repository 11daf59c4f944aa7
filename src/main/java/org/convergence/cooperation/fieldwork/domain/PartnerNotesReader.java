package org.convergence.cooperation.fieldwork.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.cooperation.fieldwork.PartnerPassageSource;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PartnerPassage;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PassageAnswer;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerActivity;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerDigest;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerPromise;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerRemittance;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerReport;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerReportId;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.TranslatedTitles;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PublicWords;
import org.convergence.platform.shell.WithheldRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a partner sees behind its PIN, and hands over what it answers. */
@Component
class PartnerNotesReader {

    static final String REPORT_TABLE = "cooperation.fieldwork_report";

    private static final int SHOWN = 30;
    private static final int SHOWN_LINES = 20;

    /** A year of one partner is told whole; this only keeps a mistake from filling the memory. */
    private static final int MOST_OF_A_YEAR = 1_000;

    private final JdbcClient db;
    private final PartnerEntryQueries entries;
    private final RealisationFacts facts;
    private final OrganisationSettings settings;
    private final List<PartnerPassageSource> readings;
    private final List<TranslatedTitles> titles;
    private final WithheldRecords withheld;

    PartnerNotesReader(
            JdbcClient db,
            PartnerEntryQueries entries,
            RealisationFacts facts,
            OrganisationSettings settings,
            ObjectProvider<PartnerPassageSource> readings,
            List<TranslatedTitles> titles,
            WithheldRecords withheld) {
        this.withheld = withheld;
        this.titles = titles;
        this.readings = readings.orderedStream().toList();
        this.db = db;
        this.entries = entries;
        this.facts = facts;
        this.settings = settings;
    }

    /** What partners see of us; what they wrote themselves is theirs. */
    @Bean
    static PublicWords partnerWords() {
        return new PublicWords("""
                SELECT d.id, '/cooperation/watch/digests/' || d.id, concat_ws(E'\\n', d.title, d.body)
                FROM cooperation.watch_partner_digest d
                UNION ALL
                SELECT r.id, '/directory/people/organisations/' || r.organisation, r.body FROM cooperation.fieldwork_report r
                UNION ALL
                SELECT p.id, '/directory/people/organisations/' || p.organisation, p.what FROM cooperation.partner_promise p
                UNION ALL
                SELECT s.id, '/plan/realisation/' || s.id, s.title FROM plan.realisation_summary s
                WHERE s.kind = 'MISSION' AND EXISTS (
                    SELECT FROM plan.realisation_participant p JOIN cooperation.fieldwork_link l ON l.organisation = p.organisation
                    WHERE p.realisation = s.id)
                """);
    }

    /** @param language of the page */
    PartnerNotes find(OrganisationId organisation, String language) {
        LocalDate today = settings.today();
        List<PartnerActivity> visits = findVisits(organisation, today.minusYears(2), today);
        Collections.reverse(visits);
        return new PartnerNotes(
                entries.findLatest(organisation, SHOWN),
                findPromises(organisation),
                visits.subList(0, Math.min(visits.size(), SHOWN)),
                findRemittances(organisation, LocalDate.EPOCH, settings.today(), SHOWN_LINES),
                findReadings(organisation),
                findReports(organisation).stream()
                        .filter(each -> !withheld.isWithheld(each.id().value()))
                        .toList(),
                findDigests(language));
    }

    /** The last digests in a language; in French for Creole as long as none is written in it. */
    private List<PartnerDigest> findDigests(String language) {
        return db.sql("""
                        SELECT language, title, body FROM cooperation.watch_partner_digest WHERE NOT platform.is_withheld(id) AND language = CASE
                            WHEN :language <> 'ht' OR EXISTS (SELECT FROM cooperation.watch_partner_digest x
                                                              WHERE x.language = 'ht' AND NOT platform.is_withheld(x.id))
                            THEN :language ELSE 'fr' END
                        ORDER BY shared_on DESC, id DESC LIMIT 3
                        """)
                .param("language", language)
                .query(RecordMapper.of(PartnerDigest.class))
                .list();
    }

    /** What a partner did in a year that we accepted, and what we did for it. */
    PartnerNotes findYear(OrganisationId organisation) {
        LocalDate today = settings.today();
        LocalDate from = today.minusYears(1);
        return new PartnerNotes(
                entries.findAccepted(organisation, from, today),
                findKeptPromises(organisation, from, today).toList(),
                findVisits(organisation, from, today),
                findRemittances(organisation, from, today, MOST_OF_A_YEAR),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * What we did with a partner in a period, what we accepted of it, the promises kept and open, and the reports to
     * funders that told of it.
     *
     * @param language of the titles, where one exists in it
     */
    PartnerNotes findPeriod(OrganisationId organisation, LocalDate from, LocalDate to, String language) {
        return new PartnerNotes(
                entries.findAccepted(organisation, from, to).stream()
                        .filter(each -> each.kind() != PartnerEntryKind.HAPPENED)
                        .toList(),
                Stream.concat(
                                findPromises(organisation).stream().filter(each -> each.doneOn() == null),
                                findKeptPromises(organisation, from, to))
                        .toList(),
                findTranslated(organisation, from, to, language),
                findRemittances(organisation, from, to, MOST_OF_A_YEAR),
                findReadings(organisation).stream()
                        .filter(each -> each.isInFile() && isWithin(each.filedOn(), from, to))
                        .toList(),
                List.of(),
                List.of());
    }

    private static boolean isWithin(@Nullable LocalDate day, LocalDate from, LocalDate to) {
        return day != null && !day.isBefore(from) && !day.isAfter(to);
    }

    private List<PartnerPassage> findReadings(OrganisationId organisation) {
        return readings.stream()
                .flatMap(source -> source.find(organisation).stream())
                .toList();
    }

    /** Our reports to a partner, the latest first. */
    List<PartnerReport> findReports(OrganisationId organisation) {
        return findReports("organisation = ?", organisation.value());
    }

    Optional<PartnerReport> findReport(PartnerReportId id) {
        return findReports("id = ?", id.value()).stream().findFirst();
    }

    private List<PartnerReport> findReports(String condition, UUID id) {
        return db.sql("""
                        SELECT id, version, organisation, period_from, period_to, body, shown_on FROM %s
                        WHERE %s ORDER BY period_to DESC, id DESC LIMIT 20
                        """.formatted(REPORT_TABLE, condition))
                .param(id)
                .query(RecordMapper.of(PartnerReport.class))
                .list();
    }

    void answer(OrganisationId organisation, UUID id, int version, PassageAnswer answer, String correction) {
        if (readings.stream().noneMatch(source -> source.answer(organisation, id, version, answer, correction))) {
            throw new NotFound("reading");
        }
    }

    private List<PartnerPromise> findPromises(OrganisationId organisation) {
        return db.sql("""
                        SELECT what, due_on, done_on FROM cooperation.partner_promise
                        WHERE organisation = ? AND NOT platform.is_withheld(id)
                        ORDER BY done_on DESC NULLS FIRST, due_on, id LIMIT 20
                        """)
                .param(organisation.value())
                .query(RecordMapper.of(PartnerPromise.class))
                .list();
    }

    private Stream<PartnerPromise> findKeptPromises(OrganisationId organisation, LocalDate from, LocalDate to) {
        return db
                .sql("""
                        SELECT what, due_on, done_on FROM cooperation.partner_promise WHERE organisation = ?
                           AND done_on BETWEEN ? AND ?
                        ORDER BY done_on DESC, due_on, id LIMIT ?
                        """)
                .params(organisation.value(), from, to, MOST_OF_A_YEAR)
                .query(RecordMapper.of(PartnerPromise.class))
                .list()
                .stream();
    }

    private List<PartnerRemittance> findRemittances(
            OrganisationId organisation, LocalDate from, LocalDate to, int limit) {
        return db.sql("""
                        SELECT sent_on, received, currency FROM resources.spending_sent_remittance
                        WHERE organisation = ? AND sent_on BETWEEN ? AND ? ORDER BY sent_on DESC, id LIMIT ?
                        """)
                .params(organisation.value(), from, to, limit)
                .query(RecordMapper.of(PartnerRemittance.class))
                .list();
    }

    private List<PartnerActivity> findVisits(OrganisationId organisation, LocalDate from, LocalDate to) {
        return new ArrayList<>(findActivities(organisation, from, to, true).values());
    }

    /** What we did with a partner, the earliest first; applications and reports to funders are not told to it. */
    private Map<UUID, PartnerActivity> findActivities(
            OrganisationId organisation, LocalDate from, LocalDate to, boolean visitsOnly) {
        Map<UUID, PartnerActivity> activities = new LinkedHashMap<>();
        Set<UUID> hidden = withheld.findIds();
        facts.forEach(FactsQuery.forPeriod(from, to).withParticipant(organisation), fact -> {
            RealisationKind kind = fact.happening().kind();
            boolean isVisit = kind == RealisationKind.MISSION;
            if (!hidden.contains(fact.id().value())
                    && (isVisit || !(visitsOnly || kind == RealisationKind.REPORT))
                    && activities.size() < MOST_OF_A_YEAR) {
                activities.put(
                        fact.id().value(),
                        new PartnerActivity(
                                fact.happening().title(),
                                fact.happening().when().to(),
                                isVisit));
            }
        });
        return activities;
    }

    private record TitleRow(UUID realisation, String title) {}

    private List<PartnerActivity> findTranslated(
            OrganisationId organisation, LocalDate from, LocalDate to, String language) {
        Map<UUID, PartnerActivity> activities = findActivities(organisation, from, to, false);
        for (TranslatedTitles each : titles) {
            db.sql("SELECT s.realisation, t.title FROM plan.realisation_source s JOIN (" + each.sql() + """
                            ) t ON t.id = s.source_id WHERE s.module = :module AND s.realisation = ANY (:realisations)
                            """)
                    .param("language", language)
                    .param("module", each.module())
                    .param("realisations", activities.keySet().toArray(UUID[]::new))
                    .query(RecordMapper.of(TitleRow.class))
                    .list()
                    .forEach(row -> activities.computeIfPresent(
                            row.realisation(), (id, it) -> new PartnerActivity(row.title(), it.day(), it.isVisit())));
        }
        return List.copyOf(activities.values());
    }
}
