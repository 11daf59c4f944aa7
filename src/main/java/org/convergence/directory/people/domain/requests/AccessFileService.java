package org.convergence.directory.people.domain.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ListExportLog;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All data about a person, for an access request (R-L25-11, R-L25-12); each access file is logged. */
@Service
@Transactional
@Requires(PeoplePermissions.DISCLOSE)
public class AccessFileService {

    /** The key of the person's own record. */
    public static final String RECORD = "directory.people_person";

    /** The key of the history of this record. */
    public static final String HISTORY = AuditTrail.TABLE;

    private final List<IdentityReference> references;
    private final ListExportLog listExportLog;
    private final JdbcClient db;

    AccessFileService(AllIdentityReferences references, ListExportLog listExportLog, JdbcClient db) {
        this.references = references;
        this.listExportLog = listExportLog;
        this.db = db;
    }

    /**
     * Collects the data and logs the export (R-L25-15).
     *
     * @return the data by table, the person's own record first
     */
    public Map<String, List<Json>> export(PersonId person) {
        Map<String, List<Json>> parts = new LinkedHashMap<>();
        parts.put(RECORD, List.of(record(person)));
        parts.put(HISTORY, history(person));
        Map<String, List<Json>> others = new TreeMap<>();
        for (IdentityReference each : references) {
            List<Json> rows = each.export(person);
            if (!rows.isEmpty()) {
                others.merge(name(each), rows, AccessFileService::together);
            }
        }
        others.forEach((name, rows) -> parts.put(name, named(rows)));
        listExportLog.record("ACCESS", 1, true);
        return parts;
    }

    private static List<Json> together(List<Json> some, List<Json> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The table of its first column. */
    private static String name(IdentityReference reference) {
        return reference.columns().stream()
                .sorted()
                .findFirst()
                .map(column -> column.substring(0, column.lastIndexOf('.')))
                .orElseGet(() -> reference.getClass().getSimpleName());
    }

    private Json record(PersonId person) {
        return db.sql("""
                        SELECT to_jsonb(p) - '{version,sort_name,contact_keys,search_form,forgotten_at}'::text[]
                        FROM directory.people_person p WHERE id = ?
                        """)
                .param(person.value())
                .query((row, n) -> Json.parse(row.getString(1)))
                .optional()
                .orElseThrow(() -> new NotFound("person"));
    }

    private List<Json> history(PersonId person) {
        return db.sql("""
                        SELECT jsonb_build_object('at', at, 'what', operation, 'before', before, 'after', after)
                        FROM platform.audit_change WHERE table_name = ? AND row_id = ? ORDER BY id
                        """)
                .params(RECORD, person.value().toString())
                .query((row, n) -> Json.parse(row.getString(1)))
                .list();
    }

    /** Adds the names of organisations to their ids, which mean nothing to the person. */
    private List<Json> named(List<Json> rows) {
        Map<String, String> names = new LinkedHashMap<>();
        UUID[] ids = rows.stream()
                .flatMap(each -> each.node().propertyStream())
                .filter(each ->
                        each.getKey().equals("organisation") && each.getValue().isString())
                .map(each -> UUID.fromString(each.getValue().asString()))
                .distinct()
                .toArray(UUID[]::new);
        db.sql("SELECT id, name FROM directory.people_organisation WHERE id = ANY (:ids)")
                .param("ids", ids)
                .query((row, n) -> names.put(row.getString("id"), row.getString("name")))
                .list();
        return rows.stream().map(each -> named(each, names)).toList();
    }

    private static Json named(Json row, Map<String, String> names) {
        JsonNode organisation = row.node().path("organisation");
        String name = organisation.isString() ? names.get(organisation.asString()) : null;
        if (name == null) {
            return row;
        }
        ObjectNode told = row.node().deepCopy().asObject();
        told.put("organisation_name", name);
        return new Json(told);
    }
}
