package org.convergence.directory.protection.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.CodeNameDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.NameUse;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consents of sealed people to the use of their names: each with the person who gave it, its first and its last day.
 */
@Service
@Transactional
@Requires(ProtectionPermissions.PROTECT)
public class NameUseConsentService {

    static final String TABLE = "directory.protection_consent";

    /** The longest validity, in years; then the consent must be confirmed. */
    static final int MOST_YEARS = 2;

    private final CodeNameDirectory codeNames;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    NameUseConsentService(CodeNameDirectory codeNames, OrganisationSettings settings, JdbcClient db, Clock clock) {
        this.codeNames = codeNames;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    /** The input of a consent. */
    public record DegreeInput(
            NameUse use, NameUseConsent.ConsentGiver givenBy, String how, LocalDate givenOn, LocalDate until) {}

    /** Records a consent. */
    public UUID record(PersonId person, DegreeInput said) {
        if (codeNames.findByPerson(person).isEmpty()) {
            throw new NotFound("protected person");
        }
        LocalDate today = settings.today();
        if (said.givenOn().isAfter(today)) {
            throw new Refused("protection.consent.in-the-future");
        }
        if (said.until().isBefore(today) || said.until().isAfter(said.givenOn().plusYears(MOST_YEARS))) {
            throw new Refused("protection.consent.until.wrong", MOST_YEARS);
        }
        Map<String, @Nullable Object> values = VersionedRow.values(said);
        values.put("person", person);
        values.put("recorded_by", CurrentActor.get().id());
        values.put("recorded_label", CurrentActor.get().label());
        values.put("recorded_at", clock.instant());
        return VersionedRow.insert(db, "directory.protection_consent", values);
    }

    /** Withdraws a consent: the person is sealed again from now on. */
    public PersonId withdraw(UUID consent, int version) {
        PersonId person = db.sql("SELECT person FROM directory.protection_consent WHERE id = ?")
                .param(consent)
                .query(UUID.class)
                .optional()
                .map(PersonId::new)
                .orElseThrow(() -> new NotFound("consent"));
        int changed = db.sql("""
                        UPDATE directory.protection_consent SET withdrawn_on = :today, version = version + 1
                        WHERE id = :id AND version = :version AND withdrawn_on IS NULL
                        """)
                .param("today", settings.today())
                .param("id", consent)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new EditConflict(TABLE, consent, version);
        }
        return person;
    }

    /** The consents of each person, latest first. */
    @Requires(ProtectionPermissions.READ)
    public Map<PersonId, List<NameUseConsent>> findByPeople(Collection<PersonId> people) {
        return read(db, people);
    }

    static Map<PersonId, List<NameUseConsent>> read(JdbcClient db, Collection<PersonId> people) {
        return db
                .sql("""
                        SELECT id, version, person, use, given_by, how, given_on, until, recorded_label, withdrawn_on
                        FROM directory.protection_consent WHERE person = ANY (?) ORDER BY given_on DESC, id DESC
                        """)
                .param(people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, n) -> new NameUseConsent(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        new PersonId(row.getObject("person", UUID.class)),
                        NameUse.valueOf(row.getString("use")),
                        NameUseConsent.ConsentGiver.valueOf(row.getString("given_by")),
                        row.getString("how"),
                        row.getObject("given_on", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getString("recorded_label"),
                        row.getObject("withdrawn_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(NameUseConsent::person));
    }

    /**
     * The consent of a protected person to the use of their name, since visibility sometimes protects.
     *
     * @param how where and how it was given
     * @param until the last day; then the code name applies again
     * @param withdrawnOn the day it was withdrawn, {@code null} for none
     */
    public record NameUseConsent(
            UUID id,
            int version,
            PersonId person,
            NameUse use,
            ConsentGiver givenBy,
            String how,
            LocalDate givenOn,
            LocalDate until,
            String recordedBy,
            @Nullable LocalDate withdrawnOn) {

        /** The person who consented. */
        public enum ConsentGiver {
            HERSELF,
            MANDATARY;

            /** The message key of its name. */
            public String key() {
                return "protection.given-by." + name().toLowerCase(Locale.ROOT);
            }
        }

        /** Whether it is valid on a day. */
        public boolean holdsOn(LocalDate day) {
            return withdrawnOn == null && !day.isBefore(givenOn) && !day.isAfter(until);
        }

        /** The widest use allowed on a day; {@code null} where the name is sealed, which is the rule. */
        public static @Nullable NameUse widestUse(List<NameUseConsent> all, LocalDate day) {
            NameUse widest = null;
            for (NameUseConsent each : all) {
                if (each.holdsOn(day) && (widest == null || each.use().covers(widest))) {
                    widest = each.use();
                }
            }
            return widest;
        }
    }
}
