package org.convergence.advocacy.dialogue.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerFacts;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.MandateFacts;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters and follows decision-makers and their mandates. */
@Service
@Transactional
@Requires(DialoguePermissions.FOLLOW)
public class DecisionMakerService {

    static final String TABLE = "advocacy.dialogue_decision_maker";
    static final String MANDATE_TABLE = "advocacy.dialogue_mandate";

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final PersonService persons;

    DecisionMakerService(JdbcClient db, OrganisationSettings settings, PersonService persons) {
        this.db = db;
        this.settings = settings;
        this.persons = persons;
    }

    /**
     * What is said of a decision-maker.
     *
     * @param follower who of us follows
     * @param notes at most 4,000 characters, written as if she read them; may be empty
     */
    public record DecisionMakerFacts(@Nullable PersonId follower, String notes) {

        /** Nobody follows yet, and nothing is noted. */
        public static final DecisionMakerFacts NOTHING = new DecisionMakerFacts(null, "");
    }

    /**
     * A mandate.
     *
     * @param title for instance « ministre du Travail », 1 to 200 characters
     * @param body where it is held, 1 to 200 characters
     * @param register the lobby register that acts towards it may concern
     * @param untilOn the last day in office; {@code null} while it lasts
     * @param mail an address of the mandate, that ends with it, as the next two; each may be empty
     */
    public record MandateFacts(
            String title,
            String body,
            OfficeKind bodyKind,
            LobbyRegister register,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate untilOn,
            String mail,
            String phone,
            String address) {

        /** The name of the office, for one without a known person. */
        public String office() {
            return TextShortener.shorten(title + ", " + body, 200);
        }
    }

    /** Enters a person, or gives the decision-maker that she is already. */
    @Transactional(label = "dialogue.add")
    public DecisionMakerId findOrAdd(PersonId person) {
        return findOrAdd("person", person.value(), person, "");
    }

    /** Enters an office without a known person, or gives the one of exactly this name. */
    @Transactional(label = "dialogue.add")
    public DecisionMakerId findOrAdd(String office) {
        return findOrAdd("office", office, null, office);
    }

    private DecisionMakerId findOrAdd(String column, Object value, @Nullable PersonId person, String office) {
        TransactionLock.acquire(db, "dialogue/" + value.toString());
        return find(column, value).orElseGet(() -> add(person, office));
    }

    /** The decision-maker with this value in a column. */
    Optional<DecisionMakerId> find(String column, Object value) {
        return db.sql("SELECT id FROM advocacy.dialogue_decision_maker WHERE %s = ? ORDER BY id LIMIT 1"
                        .formatted(column))
                .param(value)
                .query(UUID.class)
                .optional()
                .map(DecisionMakerId::new);
    }

    private DecisionMakerId add(@Nullable PersonId person, String office) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO advocacy.dialogue_decision_maker (id, person, office, since)
                        VALUES (:id, :person, :office, :today)
                        """)
                .param("id", id)
                .param("person", Identifier.uuidOf(person))
                .param("office", office)
                .param("today", settings.today())
                .update();
        return new DecisionMakerId(id);
    }

    /**
     * Changes who follows and the notes.
     *
     * @param version the version on which the form was opened
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "dialogue.change")
    public void update(DecisionMakerId id, int version, DecisionMakerFacts facts) {
        VersionedRow.save(db, TABLE, id, version, VersionedRow.values(facts));
    }

    /** Adds what is not known yet: who follows, and notes. */
    void complete(DecisionMakerId id, DecisionMakerFacts facts) {
        db.sql("""
                        UPDATE advocacy.dialogue_decision_maker
                        SET follower = coalesce(follower, :follower), notes = CASE notes WHEN '' THEN :notes ELSE notes END,
                            version = version + 1
                        WHERE id = :id AND (follower IS NULL AND CAST(:follower AS uuid) IS NOT NULL OR notes = '' AND :notes <> '')
                        """)
                .param("follower", Identifier.uuidOf(facts.follower()))
                .param("notes", facts.notes())
                .param("id", id.value())
                .update();
    }

    /** @throws Refused if its days are not in order */
    @Transactional(label = "dialogue.add-mandate")
    public MandateId addMandate(DecisionMakerId id, MandateFacts facts) {
        requireInOrder(facts.fromOn(), facts.untilOn());
        require(db, id);
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("decision_maker", id);
        return new MandateId(VersionedRow.insert(db, MANDATE_TABLE, values));
    }

    /**
     * Ends a mandate; from the next day on its addresses are not shown, and they are deleted in the night.
     *
     * @param lastDay the last day in office
     * @throws Refused if it began later
     */
    @Transactional(label = "dialogue.end-mandate")
    public void endMandate(MandateId id, LocalDate lastDay) {
        LocalDate from = db.sql("SELECT from_on FROM advocacy.dialogue_mandate WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, n) -> Objects.requireNonNullElse(row.getObject(1, LocalDate.class), LocalDate.MIN))
                .optional()
                .orElseThrow(() -> new NotFound("mandate"));
        requireInOrder(from, lastDay);
        db.sql("UPDATE advocacy.dialogue_mandate SET until_on = ?, version = version + 1 WHERE id = ?")
                .params(lastDay, id.value())
                .update();
    }

    /** @throws NotFound if there is no such decision-maker */
    static void require(JdbcClient db, DecisionMakerId id) {
        if (db.sql("SELECT 1 FROM advocacy.dialogue_decision_maker WHERE id = ? FOR SHARE")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw new NotFound("decision-maker");
        }
    }

    private static void requireInOrder(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null && until != null && until.isBefore(from)) {
            throw new Refused("dialogue.refused.mandate-days");
        }
    }

    /** Deletes a mandate entered by mistake. */
    @Transactional(label = "dialogue.remove-mandate")
    public void removeMandate(MandateId id) {
        db.sql("DELETE FROM advocacy.dialogue_mandate WHERE id = ?")
                .param(id.value())
                .update();
    }

    /** Where a mandate is held. */
    public enum OfficeKind {
        MINISTRY,
        /** A member of an assembly, or her office. */
        PARLIAMENT,
        COMMITTEE,
        EMBASSY,
        INTERNATIONAL,
        CITY,
        FIRM,
        OTHER;

        /** The message key of its name. */
        public String key() {
            return "dialogue.body." + name();
        }
    }

    /**
     * Enters a decision-maker, or completes the one that is entered already.
     *
     * @param person {@code null} for a newcomer or an office
     * @param given the name of a newcomer, with the next; both empty otherwise
     * @param office the name of an office without a known person; empty otherwise
     * @param mandate {@code null} for none yet; one that is entered already and lasts is not entered twice
     */
    @Transactional(label = "dialogue.enter")
    public DecisionMakerId enter(
            @Nullable PersonId person,
            String given,
            String family,
            String office,
            DecisionMakerFacts facts,
            @Nullable MandateFacts mandate) {
        DecisionMakerId id;
        if (!office.isEmpty()) {
            id = findOrAdd(office);
        } else {
            id = findOrAdd(person != null ? person : persons.create(PersonFacts.named(given, family)));
        }
        complete(id, facts);
        if (mandate != null && !isInOffice(id, mandate)) {
            addMandate(id, mandate);
        }
        return id;
    }

    /** Whether a mandate of this title at this body is entered already, and lasts. */
    private boolean isInOffice(DecisionMakerId id, MandateFacts mandate) {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM advocacy.dialogue_mandate
                                       WHERE decision_maker = :id AND platform.fold(title) = platform.fold(:title)
                                         AND platform.fold(body) = platform.fold(:body) AND coalesce(until_on >= :today, true))
                        """)
                .param("id", id.value())
                .param("title", mandate.title())
                .param("body", mandate.body())
                .param("today", settings.today())
                .query(Boolean.class)
                .single();
    }

    /** A decision-maker. */
    public record DecisionMakerId(UUID value) implements Identifier {}

    /** A mandate of a decision-maker. */
    public record MandateId(UUID value) implements Identifier {}
}
