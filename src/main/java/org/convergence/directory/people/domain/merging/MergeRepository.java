package org.convergence.directory.people.domain.merging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of people and organisations that are merged or separated. */
@Component
record MergeRepository(
        PersonQueries persons,
        PersonService personService,
        OrganisationQueries organisations,
        OrganisationService organisationService,
        JdbcClient db) {

    /** Locks the records until the end of the transaction, and defers the check of keys to it. */
    void lock(MergeSubject subject, List<MergeService.RecordVersion> records) {
        Map<UUID, Integer> found = new HashMap<>();
        db.sql(subject.sql("SELECT r.id, r.version FROM %1$s r WHERE r.id = ANY (:ids) ORDER BY r.id FOR UPDATE"))
                .param(
                        "ids",
                        records.stream().map(MergeService.RecordVersion::id).toArray(UUID[]::new))
                .query((row, n) -> found.put(row.getObject("id", UUID.class), row.getInt("version")))
                .list();
        for (MergeService.RecordVersion each : records) {
            Integer version = found.get(each.id());
            if (version == null) {
                throw new NotFound(subject.name());
            }
            if (version != each.version()) {
                throw new EditConflict(subject.table(), each.id(), each.version());
            }
        }
        if (subject == MergeSubject.PERSON) {
            refuseForgotten(found.keySet());
            refuseOneSealed(found.keySet());
        }
        db.sql("SET CONSTRAINTS ALL DEFERRED").update();
    }

    private void refuseForgotten(Set<UUID> ids) {
        boolean any = db.sql("""
                        SELECT EXISTS (SELECT FROM directory.people_person WHERE id = ANY (:ids) AND forgotten_at IS NOT NULL)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
        if (any) {
            throw new Refused("people.forgotten.stays");
        }
    }

    /** Merging a sealed person with one in clear would leave half of the data in clear. */
    private void refuseOneSealed(Set<UUID> ids) {
        boolean mixed = db.sql("""
                        SELECT count(DISTINCT sealed_at IS NULL) > 1 FROM directory.people_person WHERE id = ANY (:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
        if (mixed) {
            throw new Refused("people.sealed.seal-other-first");
        }
    }

    /** Checks all deferred foreign keys now, so that a violation rolls back the whole merge. */
    void checkConstraints() {
        db.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
    }

    PersonFacts person(PersonId id) {
        return persons.findById(id).facts();
    }

    OrganisationFacts organisation(OrganisationId id) {
        return organisationService.findForMerge(id);
    }

    void change(PersonId id, int version, PersonFacts now, PersonFacts mixed) {
        if (mixed.equals(now)) {
            touch(id);
        } else {
            personService.update(id, version, mixed);
        }
    }

    void change(OrganisationId id, int version, OrganisationFacts now, OrganisationFacts mixed) {
        if (mixed.equals(now)) {
            touch(id);
        } else {
            organisationService.update(id, version, mixed);
        }
    }

    /** A new version without a change: the history then shows the merge. */
    private void touch(Party party) {
        db.sql(MergeSubject.of(party).sql("UPDATE %1$s SET version = version + 1 WHERE id = ?"))
                .param(party.value())
                .update();
    }

    /** The data by column, without columns specific to the row. */
    Json findFacts(MergeSubject subject, UUID id) {
        return db.sql(subject.sql(
                        "SELECT to_jsonb(r) - '{id,version,created_at,forgotten_at,sealed_at,display_name,sort_name,contact_keys,search_form}'"
                                + "::text[] FROM %1$s r WHERE r.id = ?"))
                .param(id)
                .query((row, n) -> Json.parse(row.getString(1)))
                .single();
    }

    /** Restores each field, unless it was changed again since. */
    void restoreFields(MergeSubject subject, UUID id, Json before, Json mixed) {
        List<String> columns = before.node().propertyNames().stream().sorted().toList();
        db.sql(subject.sql("""
                        UPDATE %1$s r SET version = r.version + 1, {set}
                        FROM (SELECT (jsonb_populate_record(t, (
                                  SELECT coalesce(jsonb_object_agg(b.key, b.value), '{}')
                                  FROM jsonb_each(CAST(:before AS jsonb)) AS b
                                  WHERE to_jsonb(t) -> b.key IS NOT DISTINCT FROM CAST(:mixed AS jsonb) -> b.key))).*
                              FROM %1$s t WHERE t.id = :id) AS was
                        WHERE r.id = was.id
                        """)
                        .replace(
                                "{set}",
                                String.join(
                                        ", ",
                                        columns.stream()
                                                .map(each -> each + " = was." + each)
                                                .toList())))
                .param("before", before.toString())
                .param("mixed", mixed.toString())
                .param("id", id)
                .update();
    }
}
