package org.convergence.plan.calendar.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the answers about past calendar entries. An answer stores only hashes of its entry. */
@Service
@Transactional
@Requires(CalendarPermissions.OWN)
public class CalendarAnswerService {

    private final JdbcClient db;
    private final WaitingEntryQueries waitingEntries;
    private final RealisationRecorder realisations;
    private final ActionPlans plans;
    private final OrganisationSettings settings;
    private final Clock clock;

    CalendarAnswerService(
            JdbcClient db,
            WaitingEntryQueries waitingEntries,
            RealisationRecorder realisations,
            ActionPlans plans,
            OrganisationSettings settings,
            Clock clock) {
        this.db = db;
        this.waitingEntries = waitingEntries;
        this.realisations = realisations;
        this.plans = plans;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Records that the entry took place, as a realisation with the calendar's facts, unless it was recorded already.
     *
     * @param served the actions that it served; {@code null} for those found in its title
     * @throws Refused if it was answered already
     */
    public RecordedEntry recordDone(UUID entry, @Nullable Set<ActionId> served) {
        if (served != null && plans.findLinesById(served).size() != served.size()) {
            throw new Refused("calendar.refused.unknown-line");
        }
        WaitingEntry it = lockWaiting(entry);
        RealisationId as = it.said();
        if (as == null || served != null) {
            var telling = PlanAttribution.serving(served == null ? it.guess().actions() : served);
            var amounts = new Amounts(it.hours(), null, null);
            as = realisations.record(RecordRealisationCommand.byHand(
                    CalendarDraftSource.toDetails(it, settings), amounts, telling, settings.today()));
        }
        answer(entry, Verdict.DONE, null, as);
        return new RecordedEntry(it, as);
    }

    /** The entry before the answer, and the realisation that records it. */
    public record RecordedEntry(WaitingEntry entry, RealisationId as) {}

    /** Records the answer of an entry whose realisation was created by the form. */
    void markRecorded(UUID entry, RealisationId as) {
        answer(entry, Verdict.DONE, null, as);
    }

    /**
     * Records that the entry is postponed.
     *
     * @param on the new day; {@code null} if the calendar will give it
     */
    public Instant postpone(UUID entry, @Nullable LocalDate on) {
        if (on != null && !on.isAfter(settings.today())) {
            throw new Refused("calendar.refused.past");
        }
        lockWaiting(entry);
        return answer(entry, Verdict.POSTPONED, on, null);
    }

    /** Sets or changes the new day of a postponed entry. */
    public void postponeTo(UUID entry, LocalDate on) {
        if (!on.isAfter(settings.today())) {
            throw new Refused("calendar.refused.past");
        }
        int many = db.sql("""
                        UPDATE plan.calendar_answer a SET again_on = :on FROM plan.calendar_entry e
                        WHERE e.id = :id AND e.owner = :me AND a.owner = e.owner AND a.key = e.key AND a.answer = 'POSTPONED'
                        """)
                .param("on", on)
                .param("id", entry)
                .param("me", CalendarConnectionService.currentAccount())
                .update();
        if (many == 0) {
            throw new NotFound("calendar entry");
        }
    }

    /** Records that the entry does not count. */
    public Instant dismiss(UUID entry) {
        lockWaiting(entry);
        return answer(entry, Verdict.DISMISSED, null, null);
    }

    /** Records that no entry of its series counts, now or later. */
    public Instant dismissSeries(UUID entry) {
        lockWaiting(entry);
        Instant now = now();
        db.sql("""
                        INSERT INTO plan.calendar_answer (owner, key, answer, at)
                        SELECT owner, series, 'NEVER', :now FROM plan.calendar_entry WHERE id = :id AND owner = :me
                        ON CONFLICT (owner, key) DO NOTHING
                        """)
                .param("now", SqlTime.at(now))
                .param("id", entry)
                .param("me", CalendarConnectionService.currentAccount())
                .update();
        return now;
    }

    /** Dismisses all waiting entries of a range of days. */
    public DismissedEntries dismiss(LocalDate from, LocalDate to) {
        Instant now = now();
        int many = db.sql("""
                        INSERT INTO plan.calendar_answer (owner, key, answer, at, day)
                        SELECT e.owner, e.key, 'DISMISSED', :at, e.day
                        """ + WaitingEntryQueries.WAITING + " AND " + WaitingEntryQueries.DAY + """
                         BETWEEN :from AND :to
                        ON CONFLICT (owner, key) DO UPDATE SET answer = excluded.answer, at = excluded.at,
                            day = excluded.day, again_on = NULL
                        """)
                .param("me", CalendarConnectionService.currentAccount())
                .param("now", SqlTime.at(now))
                .param("at", SqlTime.at(now))
                .param("today", settings.today())
                .param("from", from)
                .param("to", to)
                .update();
        return new DismissedEntries(many, now);
    }

    /** The number of dismissed entries, and the time that identifies them for undo. */
    public record DismissedEntries(int many, Instant at) {}

    /** Removes the answers given at one time, except recorded realisations. */
    public int undo(Instant at) {
        return db.sql("DELETE FROM plan.calendar_answer WHERE owner = ? AND at = ? AND answer <> 'DONE'")
                .params(CalendarConnectionService.currentAccount(), SqlTime.at(at))
                .update();
    }

    /** Removes the answer to an entry, or to its series, so that it is asked again. Its realisation stays recorded. */
    public void askAgain(UUID entry) {
        int many = db.sql("""
                        DELETE FROM plan.calendar_answer a USING plan.calendar_entry e
                        WHERE e.id = :id AND e.owner = :me AND a.owner = e.owner AND a.key IN (e.key, e.series)
                        """)
                .param("id", entry)
                .param("me", CalendarConnectionService.currentAccount())
                .update();
        if (many == 0) {
            throw new NotFound("calendar entry");
        }
    }

    /** A waiting entry, locked; of two concurrent answers the second is refused. */
    private WaitingEntry lockWaiting(UUID entry) {
        boolean hers = db.sql("SELECT id FROM plan.calendar_entry WHERE id = ? AND owner = ? FOR UPDATE")
                .params(entry, CalendarConnectionService.currentAccount())
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!hers) {
            throw new NotFound("calendar entry");
        }
        return waitingEntries.findById(entry).orElseThrow(() -> new Refused("calendar.refused.answered"));
    }

    private Instant answer(UUID entry, Verdict answer, @Nullable LocalDate again, @Nullable RealisationId as) {
        Instant now = now();
        db.sql("""
                        INSERT INTO plan.calendar_answer (owner, key, answer, at, day, again_on, realisation)
                        SELECT owner, key, :answer, :now, day, :again, :as
                        FROM plan.calendar_entry WHERE id = :id AND owner = :me
                        ON CONFLICT (owner, key) DO UPDATE SET answer = excluded.answer, at = excluded.at,
                            day = excluded.day, again_on = excluded.again_on, realisation = excluded.realisation
                        """)
                .param("answer", answer.name())
                .param("now", SqlTime.at(now))
                .param("again", again)
                .param("as", as == null ? null : as.value())
                .param("id", entry)
                .param("me", CalendarConnectionService.currentAccount())
                .update();
        return now;
    }

    /** The current time in the database's precision. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
