package org.convergence.advocacy.treaty.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.advocacy.dialogue.AskId;
import org.convergence.advocacy.treaty.TreatyPermissions;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows treaties, bills and cases. A status is never stored: it is the facts, each with the day of its check. */
@Service
@Transactional
@Requires(TreatyPermissions.FOLLOW)
public class TreatyService {

    /** After how many months a fact is checked again, unless said otherwise (R-ADV-9). */
    public static final int MONTHS_TO_CHECK = 6;

    private final JdbcClient db;
    private final OrganisationSettings settings;

    TreatyService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /**
     * An instrument.
     *
     * @param code for instance « C189 », 1 to 40 characters
     * @param url where it can be read; may be empty
     */
    public record TreatyFacts(InstrumentKind kind, String code, String title, TreatyAim aim, String url) {}

    /**
     * A fact.
     *
     * @param country {@code null} for the instrument itself
     * @param happenedOn {@code null} if the source gives no day
     * @param nextCheckOn {@code null} for what cannot change
     */
    public record TreatyFact(
            @Nullable Country country,
            TreatyFactKind kind,
            @Nullable LocalDate happenedOn,
            String words,
            String source,
            LocalDate checkedOn,
            @Nullable LocalDate nextCheckOn) {}

    /** @throws Refused if an instrument of this code is followed */
    @Transactional(label = "treaty.add")
    public TreatyId add(TreatyFacts facts) {
        try {
            return new TreatyId(VersionedRow.insert(db, "advocacy.treaty", VersionedRow.values(facts)));
        } catch (DuplicateKeyException known) {
            throw new Refused("treaty.refused.twice", facts.code());
        }
    }

    /** @throws Refused if it was checked in the future, or its next check does not come after */
    @Transactional(label = "treaty.add-fact")
    public TreatyFactId addFact(TreatyId treaty, TreatyFact fact) {
        LocalDate today = settings.today();
        if (fact.checkedOn().isAfter(today)
                || (fact.nextCheckOn() != null && !fact.nextCheckOn().isAfter(fact.checkedOn()))) {
            throw new Refused("treaty.refused.check-days");
        }
        if (db.sql("SELECT 1 FROM advocacy.treaty WHERE id = ? FOR SHARE")
                .param(treaty.value())
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw new NotFound("treaty");
        }
        Map<String, @Nullable Object> values = VersionedRow.values(fact, "country");
        values.put("treaty", treaty);
        values.put("country", fact.country() == null ? null : fact.country().code());
        values.put("recorded_on", today);
        return new TreatyFactId(VersionedRow.insert(db, "advocacy.treaty_fact", values));
    }

    /** Says that a fact is still so: checked today, and again in six months. */
    @Transactional(label = "treaty.confirm")
    public void confirm(TreatyFactId id) {
        LocalDate today = settings.today();
        check(id, today, today.plusMonths(MONTHS_TO_CHECK));
    }

    /** Says that a fact needs no further check, for instance once another replaces it. */
    @Transactional(label = "treaty.settle")
    public void settle(TreatyFactId id) {
        int written = db.sql("UPDATE advocacy.treaty_fact SET next_check_on = NULL, version = version + 1 WHERE id = ?")
                .param(id.value())
                .update();
        requireFound(written);
    }

    private void check(TreatyFactId id, LocalDate checked, LocalDate next) {
        requireFound(db.sql("""
                        UPDATE advocacy.treaty_fact SET checked_on = ?, next_check_on = ?, version = version + 1 WHERE id = ?
                        """).params(checked, next, id.value()).update());
    }

    private static void requireFound(int written) {
        if (written == 0) {
            throw new NotFound("fact");
        }
    }

    /** Deletes a fact recorded by mistake. */
    @Transactional(label = "treaty.remove-fact")
    public void removeFact(TreatyFactId id) {
        requireFound(db.sql("DELETE FROM advocacy.treaty_fact WHERE id = ?")
                .param(id.value())
                .update());
    }

    /** Attaches what we ask of decision-makers, or takes it off. */
    @Transactional(label = "treaty.set-ask")
    public void setAsk(TreatyId treaty, AskId ask, boolean attached) {
        db.sql(attached ? """
                                INSERT INTO advocacy.treaty_ask (treaty, ask) SELECT t.id, k.id
                                FROM advocacy.treaty t, advocacy.dialogue_ask_summary k WHERE t.id = ? AND k.id = ?
                                ON CONFLICT DO NOTHING
                                """ : "DELETE FROM advocacy.treaty_ask WHERE treaty = ? AND ask = ?")
                .params(treaty.value(), ask.value())
                .update();
    }

    /** What is followed. */
    public enum InstrumentKind {
        TREATY,
        BILL,
        /** A corporate case: a complaint, an inquiry. */
        CASE,
        /** An official petition to a parliament, followed here and never collected (R-ADV-5). */
        PETITION;

        /** The message key of its name. */
        public String key() {
            return "treaty.kind." + name();
        }
    }

    /** What we work for: a treaty is ratified, then implemented (R-ADV-9). */
    public enum TreatyAim {
        RATIFICATION,
        IMPLEMENTATION,
        ADOPTION,
        REPARATION;

        /** The message key of its name. */
        public String key() {
            return "treaty.aim." + name();
        }
    }

    /** The kind of a fact. */
    public enum TreatyFactKind {
        ADOPTED,
        IN_FORCE,
        RATIFIED,
        /** Absent from the list of ratifications on the day of the check. */
        NOT_RATIFIED,
        /** First reading. */
        TABLED,
        STAGE,
        /** Died with a parliament, or was withdrawn. */
        LAPSED,
        ABOLISHED,
        COMPLAINT,
        DECISION,
        OTHER,
        /** How many signed a petition, as its parliament published it that day. */
        COUNT;

        /** The kinds that a fact of any instrument may have. */
        public static List<TreatyFactKind> general() {
            return Arrays.stream(values()).filter(each -> each != COUNT).toList();
        }

        /** The message key of its name. */
        public String key() {
            return "treaty.fact." + name();
        }
    }

    /** A treaty, a bill or a corporate case. */
    public record TreatyId(UUID value) implements Identifier {}

    /** A dated fact about a treaty, a bill or a case. */
    public record TreatyFactId(UUID value) implements Identifier {}

    /** Names of people in the texts of treaties, bills and cases. */
    @Bean
    static IdentityReferences referencesFromTreaty(ReferenceDeclarations declare) {
        return declare.textsOf("advocacy.treaty", Map.of("code", 40, "title", 300, "url", 1_000))
                .textsOf("advocacy.treaty_fact", Map.of("words", 500, "source", 500))
                .textsOf(PetitionService.TABLE, Map.of("sponsor", 200, "answer", 1_000));
    }
}
