package org.convergence.cooperation.partner.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.PartnerPromises;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerStage;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows partners: leads, agreements, what is due both ways. */
@Service
@Transactional
@Requires(PartnerPermissions.FOLLOW)
public class PartnerService implements PartnerPromises {

    static final String TABLE = "cooperation.partner";
    static final String AGREEMENT_TABLE = "cooperation.partner_agreement";
    static final String DUE_TABLE = "cooperation.partner_due";

    private final JdbcClient db;
    private final OrganisationSettings settings;

    PartnerService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /**
     * Something agreed with a partner.
     *
     * @param title 1 to 300 characters
     * @param money whether money goes with it
     */
    public record PartnerAgreementFacts(
            String title, LocalDate signedOn, @Nullable LocalDate endsOn, boolean money) {}

    /**
     * Something owed.
     *
     * @param ours whether we owe it
     * @param what 1 to 300 characters
     */
    public record PartnerDueFacts(boolean ours, String what, LocalDate dueOn) {}

    /**
     * Begins to follow a partner.
     *
     * @throws Refused if it is followed already
     */
    @Transactional(label = "partner.add")
    public PartnerId add(Party party, PartnerFacts facts) {
        TransactionLock.acquire(db, "partner/" + party.value().toString());
        if (find(party).isPresent()) {
            throw new Refused("partner.refused.twice");
        }
        Map<String, @Nullable Object> values = values(facts);
        values.put("organisation", party.organisation());
        values.put("person", party.person());
        values.put("since", settings.today());
        return new PartnerId(VersionedRow.insert(db, TABLE, values));
    }

    /** Begins to follow a party that asked us for something; nothing changes if it is followed already. */
    void follow(Party party) {
        if (find(party).isEmpty()) {
            add(party, new PartnerFacts(PartnerStage.ACTIVE, null, null, List.of(), ""));
        }
    }

    private Optional<UUID> find(Party party) {
        return db.sql("SELECT id FROM cooperation.partner WHERE ? IN (organisation, person) LIMIT 1")
                .param(party.value())
                .query(UUID.class)
                .optional();
    }

    private static Map<String, @Nullable Object> values(PartnerFacts facts) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "countries");
        values.put("countries", Country.codes(facts.countries()));
        return values;
    }

    /**
     * Changes what is said of the relation.
     *
     * @param version the version on which the form was opened
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "partner.correct")
    public void correct(PartnerId id, int version, PartnerFacts facts) {
        VersionedRow.save(db, TABLE, id, version, values(facts));
    }

    /** Records an agreement, with or without money. */
    @Transactional(label = "partner.add-agreement")
    public void addAgreement(PartnerId partner, PartnerAgreementFacts facts) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("partner", partner);
        VersionedRow.insert(db, "cooperation.partner_agreement", values);
    }

    /** Takes an agreement out that was recorded by mistake. */
    @Transactional(label = "partner.remove-agreement")
    public void removeAgreement(PartnerId partner, UUID agreement) {
        db.sql("DELETE FROM cooperation.partner_agreement WHERE id = ? AND partner = ?")
                .params(agreement, partner.value())
                .update();
    }

    /** Records what one side owes the other. */
    @Transactional(label = "partner.add-due")
    public PartnerDueId addDue(PartnerId partner, PartnerDueFacts facts) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("partner", partner);
        return new PartnerDueId(VersionedRow.insert(db, "cooperation.partner_due", values));
    }

    /** Records that something owed was done today. */
    @Transactional(label = "partner.done")
    public void markDone(PartnerDueId id) {
        setDone(id, settings.today());
    }

    /** Takes {@link #markDone} back. */
    @Transactional(label = "partner.undone")
    public void markOpen(PartnerDueId id) {
        setDone(id, null);
    }

    @Override
    @Transactional(label = "partner.done")
    public boolean keep(OrganisationId organisation, UUID promise) {
        return db.sql("""
                        UPDATE cooperation.partner_due SET done_on = :today, version = version + 1
                        WHERE id = :id AND ours AND done_on IS NULL
                          AND partner IN (SELECT id FROM cooperation.partner WHERE organisation = :organisation)
                        """)
                        .param("today", settings.today())
                        .param("id", promise)
                        .param("organisation", organisation.value())
                        .update()
                > 0;
    }

    @Override
    @Transactional(label = "partner.undone")
    public boolean reopen(UUID promise, LocalDate keptOn) {
        return db.sql(
                                "UPDATE cooperation.partner_due SET done_on = NULL, version = version + 1 WHERE id = ? AND done_on = ?")
                        .params(promise, keptOn)
                        .update()
                > 0;
    }

    private void setDone(PartnerDueId id, @Nullable LocalDate on) {
        db.sql("UPDATE cooperation.partner_due SET done_on = :on, version = version + 1 WHERE id = :id")
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    /** How far the relation with a partner is. */
    public enum PartnerStage {
        /** We may cooperate one day. */
        PROSPECT(Tone.AHEAD),
        ACTIVE(Tone.ACTIVE),
        PAUSED(Tone.WARN),
        ENDED(Tone.REST);

        private final Tone tone;

        PartnerStage(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "partner.stage." + name();
        }
    }

    /**
     * What is said of the relation with a partner.
     *
     * @param ourLead the person who leads on our side
     * @param theirLead the person who leads on the partner's side
     * @param countries at most 20
     * @param notes at most 4,000 characters; may be empty
     */
    public record PartnerFacts(
            PartnerStage stage,
            @Nullable PersonId ourLead,
            @Nullable PersonId theirLead,
            List<Country> countries,
            String notes) {

        public PartnerFacts {
            countries = List.copyOf(countries);
        }
    }

    /** The relation with a partner. */
    public record PartnerId(UUID value) implements Identifier {}

    /** Something owed, to a partner or by it. */
    public record PartnerDueId(UUID value) implements Identifier {}
}
