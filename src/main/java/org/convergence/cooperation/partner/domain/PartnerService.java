package org.convergence.cooperation.partner.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.partner.PartnerDueId;
import org.convergence.cooperation.partner.PartnerId;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.PartnerStage;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows partners: leads, agreements, what is due both ways. */
@Service
@Transactional
@Requires(PartnerPermissions.FOLLOW)
public class PartnerService {

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
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('partner/' || :id, 0))")
                .param("id", party.value().toString())
                .query((row, n) -> true)
                .list();
        if (find(party).isPresent()) {
            throw new Refused("partner.refused.twice");
        }
        PartnerId id = new PartnerId(Ids.next());
        db.sql("""
                        INSERT INTO cooperation.partner
                               (id, organisation, person, stage, our_lead, their_lead, countries, notes, since)
                        VALUES (:id, :organisation, :person, :stage, :ourLead, :theirLead, :countries, :notes, :today)
                        """)
                .params(parameters(facts))
                .param("id", id.value())
                .param("organisation", value(party.organisation()))
                .param("person", value(party.person()))
                .param("today", settings.today())
                .update();
        return id;
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

    private static Map<String, @Nullable Object> parameters(PartnerFacts facts) {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("stage", facts.stage().name());
        all.put("ourLead", value(facts.ourLead()));
        all.put("theirLead", value(facts.theirLead()));
        all.put("countries", facts.countries().stream().map(Country::code).toArray(String[]::new));
        all.put("notes", facts.notes());
        return all;
    }

    static @Nullable UUID value(@Nullable Identifier id) {
        return id == null ? null : id.value();
    }

    /**
     * Changes what is said of the relation.
     *
     * @param version the version on which the form was opened
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "partner.correct")
    public void correct(PartnerId id, int version, PartnerFacts facts) {
        int written = db.sql("""
                        UPDATE cooperation.partner
                        SET stage = :stage, our_lead = :ourLead, their_lead = :theirLead, countries = :countries,
                            notes = :notes, version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                .params(parameters(facts))
                .param("id", id.value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    /** Records an agreement, with or without money. */
    @Transactional(label = "partner.add-agreement")
    public void addAgreement(PartnerId partner, PartnerAgreementFacts facts) {
        db.sql("""
                        INSERT INTO cooperation.partner_agreement (id, partner, title, signed_on, ends_on, money)
                        VALUES (:id, :partner, :title, :signedOn, :endsOn, :money)
                        """)
                .param("id", Ids.next())
                .param("partner", partner.value())
                .param("title", facts.title())
                .param("signedOn", facts.signedOn())
                .param("endsOn", facts.endsOn())
                .param("money", facts.money())
                .update();
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
        UUID id = Ids.next();
        db.sql("INSERT INTO cooperation.partner_due (id, partner, ours, what, due_on) VALUES (?, ?, ?, ?, ?)")
                .params(id, partner.value(), facts.ours(), facts.what(), facts.dueOn())
                .update();
        return new PartnerDueId(id);
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

    private void setDone(PartnerDueId id, @Nullable LocalDate on) {
        db.sql("UPDATE cooperation.partner_due SET done_on = :on, version = version + 1 WHERE id = :id")
                .param("on", on)
                .param("id", id.value())
                .update();
    }
}
