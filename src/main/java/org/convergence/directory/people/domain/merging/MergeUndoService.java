package org.convergence.directory.people.domain.merging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Undoes a merge: every row as before, where it still exists. Later changes stay; the pair is not proposed again. */
@Service
@Transactional
@Requires(PeoplePermissions.EDIT)
public class MergeUndoService {

    private final MergeRepository rows;
    private final AliasRepository aliases;
    private final LikenessRepository likenesses;
    private final List<IdentityReference> references;
    private final JdbcClient db;

    MergeUndoService(
            MergeRepository rows,
            AliasRepository aliases,
            LikenessRepository likenesses,
            List<IdentityReference> references,
            JdbcClient db) {
        this.rows = rows;
        this.aliases = aliases;
        this.likenesses = likenesses;
        this.references = List.copyOf(references);
        this.db = db;
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
