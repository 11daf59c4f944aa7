package org.convergence.cooperation.fieldwork.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.PartnerPassageSource;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PassageAnswer;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerPromise;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerRemittance;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerVisit;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a partner sees behind its PIN, and hands over what it answers. */
@Component
class PartnerNotesReader {

    private static final int SHOWN = 30;
    private static final int SHOWN_LINES = 20;

    /** A year of one partner is told whole; this only keeps a mistake from filling the memory. */
    private static final int MOST_OF_A_YEAR = 1_000;

    private final JdbcClient db;
    private final PartnerEntryQueries entries;
    private final RealisationFacts facts;
    private final OrganisationSettings settings;
    private final List<PartnerPassageSource> readings;

    PartnerNotesReader(
            JdbcClient db,
            PartnerEntryQueries entries,
            RealisationFacts facts,
            OrganisationSettings settings,
            ObjectProvider<PartnerPassageSource> readings) {
        this.readings = readings.orderedStream().toList();
        this.db = db;
        this.entries = entries;
        this.facts = facts;
        this.settings = settings;
    }

    PartnerNotes find(OrganisationId organisation) {
        return new PartnerNotes(
                entries.findLatest(organisation, SHOWN),
                findPromises(organisation),
                findVisits(organisation, settings.today().minusYears(2), SHOWN),
                findRemittances(organisation, LocalDate.EPOCH, SHOWN_LINES),
                readings.stream()
                        .flatMap(source -> source.find(organisation).stream())
                        .toList());
    }

    /** What a partner did in a year that we accepted, and what we did for it. */
    PartnerNotes findYear(OrganisationId organisation) {
        LocalDate from = settings.today().minusYears(1);
        return new PartnerNotes(
                entries.findAccepted(organisation, from),
                findKeptPromises(organisation, from),
                findVisits(organisation, from, MOST_OF_A_YEAR),
                findRemittances(organisation, from, MOST_OF_A_YEAR),
                List.of());
    }

    void answer(OrganisationId organisation, UUID id, int version, PassageAnswer answer, String correction) {
        if (readings.stream().noneMatch(source -> source.answer(organisation, id, version, answer, correction))) {
            throw new NotFound("reading");
        }
    }

    private List<PartnerPromise> findPromises(OrganisationId organisation) {
        return db.sql("""
                        SELECT what, due_on, done_on FROM cooperation.partner_promise WHERE organisation = ?
                        ORDER BY done_on DESC NULLS FIRST, due_on, id LIMIT 20
                        """)
                .param(organisation.value())
                .query(RecordMapper.of(PartnerPromise.class))
                .list();
    }

    private List<PartnerPromise> findKeptPromises(OrganisationId organisation, LocalDate from) {
        return db.sql("""
                        SELECT what, due_on, done_on FROM cooperation.partner_promise WHERE organisation = ? AND done_on >= ?
                        ORDER BY done_on DESC, due_on, id LIMIT ?
                        """)
                .params(organisation.value(), from, MOST_OF_A_YEAR)
                .query(RecordMapper.of(PartnerPromise.class))
                .list();
    }

    private List<PartnerRemittance> findRemittances(OrganisationId organisation, LocalDate from, int limit) {
        return db.sql("""
                        SELECT sent_on, received, currency FROM resources.spending_sent_remittance
                        WHERE organisation = ? AND sent_on >= ? ORDER BY sent_on DESC, id LIMIT ?
                        """)
                .params(organisation.value(), from, limit)
                .query(RecordMapper.of(PartnerRemittance.class))
                .list();
    }

    private List<PartnerVisit> findVisits(OrganisationId organisation, LocalDate from, int limit) {
        List<PartnerVisit> visits = new ArrayList<>();
        LocalDate today = settings.today();
        facts.forEach(FactsQuery.forPeriod(from, today).withParticipant(organisation), fact -> {
            if (fact.happening().kind() == RealisationKind.MISSION) {
                visits.add(
                        0,
                        new PartnerVisit(
                                fact.happening().title(),
                                fact.happening().when().to()));
            }
        });
        return visits.subList(0, Math.min(visits.size(), limit));
    }
}
