package org.convergence.directory.people.domain.merging;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.merging.RecordMerge.MergeSource;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges two records: every reference moves from the duplicate to the kept one, or nothing changes. The alias is
 * stored, and for thirty days the merge can be undone ({@link #undoMerge}).
 */
@Service
@Transactional
@Requires(PeoplePermissions.EDIT)
public class MergeService {

    /** The SQL states of a second row where only one is allowed: a unique key, or overlapping days. */
    private static final Set<String> ONLY_ONE = Set.of("23505", "23P01");

    private final MergeRepository rows;
    private final AliasRepository aliases;
    private final List<IdentityReference> references;
    private final LikenessRepository likenesses;
    private final JdbcClient db;

    MergeService(
            MergeRepository rows,
            AliasRepository aliases,
            AllIdentityReferences references,
            LikenessRepository likenesses,
            JdbcClient db) {
        this.rows = rows;
        this.aliases = aliases;
        this.references = references;
        this.likenesses = likenesses;
        this.db = db;
    }

    /** A record and the version on which it was read. */
    public record RecordVersion(UUID id, int version) {}

    /**
     * Merges two people.
     *
     * @param takes the source of each field
     * @throws org.convergence.platform.database.EditConflict where one of them was changed meanwhile
     * @throws Refused where a reference forbids it
     */
    @Transactional(label = "people.merge-people")
    public void mergePeople(RecordVersion duplicate, RecordVersion kept, Map<String, MergeSource> takes) {
        replace(MergeSubject.PERSON, duplicate, kept, () -> {
            PersonFacts now = rows.person(new PersonId(kept.id()));
            PersonFacts mixed = new RecordMerge(takes).merge(now, rows.person(new PersonId(duplicate.id())));
            rows.change(new PersonId(kept.id()), kept.version(), now, mixed);
        });
    }

    /** Merges two organisations; parameters as in {@link #mergePeople}. */
    @Transactional(label = "people.merge-organisations")
    public void mergeOrganisations(RecordVersion duplicate, RecordVersion kept, Map<String, MergeSource> takes) {
        replace(MergeSubject.ORGANISATION, duplicate, kept, () -> {
            OrganisationFacts now = rows.organisation(new OrganisationId(kept.id()));
            OrganisationFacts mixed =
                    new RecordMerge(takes).merge(now, rows.organisation(new OrganisationId(duplicate.id())));
            rows.change(new OrganisationId(kept.id()), kept.version(), now, mixed);
        });
    }

    private void replace(MergeSubject subject, RecordVersion duplicate, RecordVersion kept, Runnable mix) {
        if (duplicate.id().equals(kept.id())) {
            throw new Refused("people.replace.itself");
        }
        rows.lock(subject, List.of(duplicate, kept));
        ObjectNode undo = Json.empty().node().asObject();
        undo.set("kept", rows.findFacts(subject, kept.id()).node());
        mix.run();
        undo.set("mixed", rows.findFacts(subject, kept.id()).node());
        undo.set("references", repoint(subject.party(duplicate.id()), subject.party(kept.id())));
        aliases.insert(subject, duplicate.id(), kept.id(), undo);
        rows.checkConstraints();
    }

    private ArrayNode repoint(Party duplicate, Party kept) {
        ArrayNode all = Json.of(List.of()).node().asArray();
        for (IdentityReference each : references) {
            Json before = repoint(each, duplicate, kept);
            if (!before.node().isEmpty()) {
                ObjectNode one = all.addObject();
                one.put("columns", columns(each));
                one.set("before", before.node());
            }
        }
        return all;
    }

    /** Two records that each have something unique, such as a membership, cannot be merged. */
    private static Json repoint(IdentityReference reference, Party duplicate, Party kept) {
        try {
            return reference.repoint(duplicate, kept);
        } catch (DataIntegrityViolationException violation) {
            if (violation.getMostSpecificCause() instanceof SQLException why && ONLY_ONE.contains(why.getSQLState())) {
                throw new Refused("people.replace.both-have");
            }
            throw violation;
        }
    }

    /** The key that finds a reference again when the merge is undone. */
    static String columns(IdentityReference reference) {
        return String.join(" ", new TreeSet<>(reference.columns()));
    }

    /**
     * Undoes a merge.
     *
     * @return the restored record
     * @throws org.convergence.platform.database.Refused where it is too late, or a later merge must be undone first
     */
    @Transactional(label = "people.separate")
    public Party undoMerge(UUID replaced) {
        AliasRepository.MergeUndo undo = aliases.takeUndo(replaced);
        JsonNode before = undo.before();
        db.sql("SET CONSTRAINTS ALL DEFERRED").update();
        comeBack(undo.subject(), new Json(before.path("row")));
        Party back = undo.subject().party(replaced);
        restore(back, before.path("references"));
        rows.restoreFields(undo.subject(), undo.kept(), new Json(before.path("kept")), new Json(before.path("mixed")));
        likenesses.dismiss(undo.subject(), replaced, undo.kept());
        rows.checkConstraints();
        return back;
    }

    private void comeBack(MergeSubject subject, Json row) {
        List<String> columns = db.sql("""
                        SELECT quote_ident(attname) FROM pg_attribute
                        WHERE attrelid = CAST(:table AS regclass) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                          AND jsonb_exists(CAST(:row AS jsonb), attname::text) ORDER BY attnum
                        """)
                .param("table", subject.table())
                .param("row", row.toString())
                .query(String.class)
                .list();
        String written = String.join(", ", columns);
        db.sql(subject.sql("INSERT INTO %1$s (" + written + ") SELECT " + written
                        + " FROM jsonb_populate_record(NULL::%1$s, CAST(:row AS jsonb))"))
                .param("row", row.toString())
                .update();
    }

    private void restore(Party back, JsonNode repointed) {
        Map<String, IdentityReference> known =
                references.stream().collect(Collectors.toMap(MergeService::columns, Function.identity(), (a, b) -> a));
        List<JsonNode> backwards = new ArrayList<>(repointed.valueStream().toList());
        Collections.reverse(backwards);
        for (JsonNode each : backwards) {
            IdentityReference reference = known.get(each.path("columns").asString());
            if (reference == null) {
                throw new IllegalStateException(
                        "No module still declares " + each.path("columns").asString());
            }
            reference.restore(back, new Json(each.path("before")));
        }
    }
}
