package org.convergence.outreach.congress.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.GatheringId;
import org.convergence.outreach.congress.domain.Gathering.DeadlineFacts;
import org.convergence.outreach.congress.domain.Gathering.DeadlineKind;
import org.convergence.outreach.congress.domain.Gathering.DeadlineState;
import org.convergence.outreach.congress.domain.Gathering.GatheringFacts;
import org.convergence.outreach.congress.domain.Gathering.GatheringKind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters the gatherings of organisations, with their deadlines as in the notice (R-REP-1). */
@Service
@Transactional
@Requires(CongressPermissions.EDIT)
public class GatheringService {

    static final String TABLE = "outreach.congress_gathering";
    static final String DEADLINES = "outreach.congress_deadline";

    private final JdbcClient db;
    private final PeopleDirectory people;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    GatheringService(JdbcClient db, PeopleDirectory people, RecipientWords words, OrganisationSettings settings) {
        this.db = db;
        this.people = people;
        this.words = words;
        this.settings = settings;
    }

    /**
     * @param id {@code null} for a new gathering
     * @throws org.convergence.platform.database.EditConflict if it was changed since this version
     */
    @Transactional(label = "congress.save")
    public GatheringId save(@Nullable GatheringId id, int version, GatheringFacts facts) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "organisation");
        values.put("organisation", find(people, facts.organisation()));
        UUID row = VersionedRow.save(db, TABLE, id, version, values);
        db.sql("""
                        UPDATE outreach.congress_deadline SET due_on = :opens - days_before, version = version + 1
                        WHERE gathering = :gathering AND due_on <> :opens - days_before
                        """).param("opens", facts.beginsOn()).param("gathering", row).update();
        return new GatheringId(row);
    }

    /** The chosen organisation, created if it was typed by a new name; {@code null} if none was chosen. */
    static @Nullable OrganisationId find(PeopleDirectory people, ChosenParties<OrganisationId> chosen) {
        OrganisationId known = chosen.first();
        return known != null || chosen.isEmpty()
                ? known
                : people.findOrCreateOrganisation(chosen.newcomers().get(0));
    }

    /** Notes that a gathering will not be held, or that it will after all. */
    @Transactional(label = "congress.cancel")
    public void setCancelled(GatheringId id, boolean cancelled) {
        db.sql("UPDATE outreach.congress_gathering SET cancelled_on = :day, version = version + 1 WHERE id = :id")
                .param("day", cancelled ? settings.today() : null)
                .param("id", id.value())
                .update();
    }

    @Transactional(label = "congress.add-deadline")
    public UUID addDeadline(GatheringId gathering, DeadlineFacts facts) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("gathering", gathering);
        values.put("kind", facts.kind());
        values.put(
                "due_on",
                facts.daysBefore() == null
                        ? facts.fixedOn()
                        : findOpening(gathering).minusDays(facts.daysBefore()));
        values.put("days_before", facts.daysBefore());
        values.put("words", facts.words());
        values.put(
                "lead_days",
                Objects.requireNonNullElse(facts.leadDays(), facts.kind().leadDays()));
        return VersionedRow.insert(db, DEADLINES, values);
    }

    private LocalDate findOpening(GatheringId gathering) {
        return db.sql("SELECT begins_on FROM outreach.congress_gathering WHERE id = ? FOR SHARE")
                .param(gathering.value())
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> new NotFound("gathering"));
    }

    /** Sets the day on which an organisation opens its next congress, as it says; {@code next} is none if it is new. */
    @Transactional(label = "congress.save")
    public void setOpening(OrganisationId organisation, @Nullable Gathering next, LocalDate opens) {
        LocalDate ends = next == null || next.expected()
                ? opens
                : opens.plusDays(next.beginsOn().until(next.endsOn(), ChronoUnit.DAYS));
        save(
                next == null ? null : next.id(),
                next == null ? 0 : next.version(),
                new GatheringFacts(
                        new ChosenParties<>(List.of(organisation), List.of()),
                        GatheringKind.CONGRESS,
                        next == null ? words.forOrganisation().say(GatheringKind.CONGRESS.key()) : next.title(),
                        opens,
                        ends,
                        false,
                        next == null ? null : next.place(),
                        next == null ? null : next.everyYears(),
                        words.forOrganisation().say("congress.said", settings.today()),
                        next == null ? null : next.url(),
                        next == null ? null : next.emergencyRule(),
                        next == null ? null : next.responsible()));
    }

    /** Sets the day of the first deadline of a kind, or adds it. */
    @Transactional(label = "congress.add-deadline")
    public void setDeadlineDay(GatheringId gathering, DeadlineKind kind, LocalDate day) {
        int changed = db.sql("""
                        UPDATE outreach.congress_deadline SET due_on = :day, days_before = NULL, version = version + 1
                        WHERE id = (SELECT id FROM outreach.congress_deadline WHERE gathering = :gathering AND kind = :kind
                                    ORDER BY due_on, id LIMIT 1)
                        """)
                .param("day", day)
                .param("gathering", gathering.value())
                .param("kind", kind.name())
                .update();
        if (changed == 0) {
            addDeadline(gathering, new DeadlineFacts(kind, day, null, null, null));
        }
    }

    /**
     * Notes where the work on a deadline stands.
     *
     * @return where it stood before
     * @throws NotFound if the gathering has no such deadline
     */
    @Transactional(label = "congress.set-deadline")
    public DeadlineState setDeadline(GatheringId gathering, UUID deadline, DeadlineState state) {
        return db.sql("""
                        UPDATE outreach.congress_deadline d SET state = ?, version = d.version + 1
                        FROM (SELECT id, state FROM outreach.congress_deadline WHERE id = ? AND gathering = ? FOR UPDATE) b
                        WHERE d.id = b.id RETURNING b.state
                        """)
                .params(state.name(), deadline, gathering.value())
                .query(DeadlineState.class)
                .optional()
                .orElseThrow(() -> new NotFound("deadline"));
    }

    /**
     * Removes a deadline that the notice does not have.
     *
     * @throws NotFound if the gathering has no such deadline
     */
    @Transactional(label = "congress.remove-deadline")
    public void removeDeadline(GatheringId gathering, UUID deadline) {
        int removed = db.sql("DELETE FROM outreach.congress_deadline WHERE id = ? AND gathering = ?")
                .params(deadline, gathering.value())
                .update();
        if (removed == 0) {
            throw new NotFound("deadline");
        }
    }
}
