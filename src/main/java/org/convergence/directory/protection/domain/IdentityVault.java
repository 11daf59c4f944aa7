package org.convergence.directory.protection.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.NamesOfOthers;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.keys.MarkGenerator;
import org.convergence.platform.keys.TextSealer;
import org.convergence.platform.redaction.NameSpellings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sealed identities, each bound to its row, with the marks by which people are recognised. */
@Component
record IdentityVault(TextSealer sealing, MarkGenerator marks, NamesOfOthers others, JdbcClient db, Clock clock) {

    static final String TABLE = "directory.protection_vault";
    private static final String RING = "the keys under which people are sealed";

    /** The kind of a mark. */
    enum IdentityMarkKind {
        /** A full name. */
        NAME,
        /** The given name, as in a column of its own. */
        GIVEN,
        /** The family name alone. */
        FAMILY,
        /** Each word of the names, needed to recognise a shared address. */
        WORD,
        /** A mail address or a telephone number. */
        ADDRESS
    }

    /**
     * Seals a person.
     *
     * @param enteredSo whether the name was never stored in clear
     */
    void insert(PersonId person, Identity identity, boolean enteredSo) {
        requireOurKeys();
        Actor actor = CurrentActor.get();
        db.sql("""
                        INSERT INTO directory.protection_vault (person, sealed, entered_so, sealed_at, sealed_by, sealed_label)
                        VALUES (:person, :sealed, :so, :now, :by, :label)
                        """)
                .param("person", person.value())
                .param("sealed", sealed(person, identity))
                .param("so", enteredSo)
                .param("now", SqlTime.now(clock))
                .param("by", actor.id())
                .param("label", actor.label())
                .update();
        mark(person, identity);
        db.sql("INSERT INTO directory.protection_ring (mark) VALUES (?) ON CONFLICT DO NOTHING")
                .param(marks.compute(RING, TABLE))
                .update();
    }

    /**
     * Seals the changed identity.
     *
     * @throws EditConflict where the version is not the current one
     */
    void replace(PersonId person, int version, Identity identity) {
        int changed = db.sql("""
                        UPDATE directory.protection_vault SET sealed = :sealed, version = version + 1
                        WHERE person = :person AND version = :version
                        """)
                .param("sealed", sealed(person, identity))
                .param("person", person.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new EditConflict(TABLE, person.value(), version);
        }
        unmark(person);
        mark(person, identity);
    }

    /**
     * A stored identity.
     *
     * @param version its version
     */
    record StoredIdentity(int version, Identity identity) {}

    /** @throws Refused where the keys differ, such as after a restore without them */
    StoredIdentity open(PersonId person) {
        record SealedColumns(int version, String sealed) {}
        SealedColumns found = db.sql("SELECT version, sealed FROM directory.protection_vault WHERE person = ?")
                .param(person.value())
                .query((row, n) -> new SealedColumns(row.getInt("version"), row.getString("sealed")))
                .optional()
                .orElseThrow(() -> new NotFound("protected person"));
        String text =
                sealing.open(found.sealed(), place(person)).orElseThrow(() -> new Refused("protection.keys.other"));
        return new StoredIdentity(found.version(), Identity.read(Json.parse(text)));
    }

    /** @throws Refused where the keys differ from those used for sealing: nobody would be recognised */
    void requireOurKeys() {
        if (!hasOurKeys()) {
            throw new Refused("protection.keys.other");
        }
    }

    /** Whether there are protected people, and our keys recognise them. */
    boolean mayRecognise() {
        return !isEmpty() && hasOurKeys();
    }

    private boolean hasOurKeys() {
        List<String> there = db.sql("SELECT mark FROM directory.protection_ring")
                .query(String.class)
                .list();
        return there.isEmpty() || marks.computeAll(RING, TABLE).stream().anyMatch(there::contains);
    }

    /** Whether the person is sealed under our keys. */
    boolean canOpen(PersonId person) {
        return db.sql("SELECT sealed FROM directory.protection_vault WHERE person = ?")
                .param(person.value())
                .query(String.class)
                .optional()
                .flatMap(lying -> sealing.open(lying, place(person)))
                .isPresent();
    }

    boolean contains(PersonId person) {
        return db.sql("SELECT EXISTS (SELECT FROM directory.protection_vault WHERE person = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /** Merges two sealed identities; returns both rows as they were. */
    Json merge(PersonId gone, PersonId kept) {
        Json before = Json.of(Map.of("gone", row(gone).node(), "kept", row(kept).node()));
        StoredIdentity lying = open(kept);
        Identity both = lying.identity().mergedWith(open(gone).identity());
        remove(gone);
        replace(kept, lying.version(), both);
        return before;
    }

    /** Undoes a {@linkplain #merge merge}, unless the identity was corrected since: then the merged data stays too. */
    void undoMerge(PersonId back, Json before) {
        db.sql("INSERT INTO directory.protection_vault SELECT * FROM jsonb_populate_record("
                        + "NULL::directory.protection_vault, CAST(? AS jsonb))")
                .param(before.node().path("gone").toString())
                .update();
        mark(back, open(back).identity());
        JsonNode kept = before.node().path("kept");
        PersonId stays = new PersonId(UUID.fromString(kept.path("person").asString()));
        int restored = db.sql("""
                        UPDATE directory.protection_vault SET sealed = :sealed, version = version + 1
                        WHERE person = :person AND version = :version
                        """)
                .param("sealed", kept.path("sealed").asString())
                .param("person", stays.value())
                .param("version", kept.path("version").asInt() + 1)
                .update();
        if (restored == 1) {
            unmark(stays);
            mark(stays, open(stays).identity());
        }
    }

    void remove(PersonId person) {
        unmark(person);
        db.sql("DELETE FROM directory.protection_mention WHERE person = ?")
                .param(person.value())
                .update();
        db.sql("DELETE FROM directory.protection_sweep WHERE person = ?")
                .param(person.value())
                .update();
        db.sql("DELETE FROM directory.protection_vault WHERE person = ?")
                .param(person.value())
                .update();
    }

    private void unmark(PersonId person) {
        db.sql("DELETE FROM directory.protection_mark WHERE person = ?")
                .param(person.value())
                .update();
    }

    private Json row(PersonId person) {
        return db.sql("SELECT to_jsonb(v) FROM directory.protection_vault v WHERE person = ?")
                .param(person.value())
                .query((row, n) -> Json.parse(row.getString(1)))
                .single();
    }

    /** The spellings of the person's names, addresses and numbers. */
    NameSpellings spellings(PersonId person) {
        Identity identity = open(person).identity();
        List<String> all = new ArrayList<>(identity.names());
        all.addAll(identity.addresses());
        String codeName = db.sql("SELECT display_name FROM directory.people_person_name WHERE id = ?")
                .param(person.value())
                .query(String.class)
                .optional()
                .orElse("");
        return others.findSpellings(
                List.of(person.value()), all, identity.givenName(), identity.familyName(), codeName);
    }

    /** The spellings of all sealed people, except those sealed with other keys. */
    Map<PersonId, NameSpellings> findAllSpellings() {
        Map<PersonId, NameSpellings> known = new LinkedHashMap<>();
        for (UUID person : db.sql("SELECT person FROM directory.protection_vault ORDER BY person")
                .query(UUID.class)
                .list()) {
            try {
                known.put(new PersonId(person), spellings(new PersonId(person)));
            } catch (Refused otherKeys) {
                // The person's page shows this to its openers.
            }
        }
        return known;
    }

    boolean isEmpty() {
        return !db.sql("SELECT EXISTS (SELECT FROM directory.protection_vault)")
                .query(Boolean.class)
                .single();
    }

    private void mark(PersonId person, Identity identity) {
        mark(person, IdentityMarkKind.NAME, MarkPolicy.nameMarks(identity.names()));
        mark(person, IdentityMarkKind.GIVEN, MarkPolicy.givenNameVariants(identity));
        mark(person, IdentityMarkKind.FAMILY, MarkPolicy.familyNameVariants(identity));
        mark(person, IdentityMarkKind.WORD, MarkPolicy.distinctiveWords(identity.names()));
        mark(person, IdentityMarkKind.ADDRESS, MarkPolicy.normaliseAddresses(identity.addresses()));
    }

    private void mark(PersonId person, IdentityMarkKind kind, Collection<String> texts) {
        for (String each : texts) {
            db.sql("INSERT INTO directory.protection_mark (person, kind, mark) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(person.value(), kind.name(), marks.compute(each, use(kind)))
                    .update();
        }
    }

    static String use(IdentityMarkKind kind) {
        return "directory.protection_mark/" + kind;
    }

    private String sealed(PersonId person, Identity identity) {
        return sealing.seal(identity.write().toString(), place(person));
    }

    private static String place(PersonId person) {
        return TABLE + "/" + person.value();
    }
}
