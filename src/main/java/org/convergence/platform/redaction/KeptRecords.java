package org.convergence.platform.redaction;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.audit.AuditTrail;

/**
 * Records that a replacement leaves as they are, with their history, since they are of others who have the same name.
 *
 * @param table their table, whose key is {@code id}
 */
public record KeptRecords(String table, Set<UUID> ids) {

    static final KeptRecords NONE = new KeptRecords("", Set.of());

    /** The SQL condition for the rows {@code t} of a table that are not kept. */
    String condition(String searched) {
        String list = ids.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
        if (ids.isEmpty()) {
            return "true";
        }
        if (searched.equals(AuditTrail.TABLE)) {
            return "NOT (t.table_name = '" + table + "' AND t.row_id IN (" + list + "))";
        }
        return searched.equals(table) ? "t.id NOT IN (" + list + ")" : "true";
    }
}
