import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes everything that migrations make of a database, sorted, so that two databases can be compared by {@code diff}:
 * {@code java -cp POSTGRESQL_JDBC_JAR scripts/SchemaDump.java JDBC_URL}. It reads tables with columns, constraints,
 * indexes, triggers, views, functions, sequences, text search, privileges, comments, and all rows except those of Flyway's
 * history.
 */
class SchemaDump {

    private static final String OURS = " n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
            + " AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = %s AND e.deptype = 'e')";

    /** Each query gives the name of a thing and its definition. */
    private static final List<String> QUERIES = List.of(
            "SELECT 'schema ' || nspname, concat_ws(' ', nspowner::regrole, nspacl, obj_description(n.oid))"
                    + " FROM pg_namespace n WHERE " + OURS.formatted("n.oid"),
            "SELECT 'extension ' || extname, extnamespace::regnamespace::text FROM pg_extension",
            "SELECT 'default privileges ' || defaclobjtype::text, concat_ws(' ', defaclrole::regrole, defaclacl)"
                    + " FROM pg_default_acl",
            "SELECT 'relation ' || n.nspname || '.' || c.relname, concat_ws(' ', c.relkind, c.relpersistence,"
                    + " c.relowner::regrole, c.relacl, c.reloptions, c.relreplident, c.relrowsecurity,"
                    + " obj_description(c.oid, 'pg_class'), CASE WHEN c.relkind = 'v' THEN pg_get_viewdef(c.oid) END)"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE c.relkind <> 't' AND " + OURS.formatted("c.oid"),
            "SELECT 'column ' || n.nspname || '.' || c.relname || '.' || a.attname, concat_ws(' ',"
                    + " (SELECT count(*) FROM pg_attribute b WHERE b.attrelid = c.oid AND NOT b.attisdropped"
                    + " AND b.attnum BETWEEN 1 AND a.attnum), format_type(a.atttypid, a.atttypmod), a.attcollation::regcollation,"
                    + " CASE WHEN a.attnotnull THEN 'NOT NULL' END, a.attidentity, a.attgenerated, a.attstorage,"
                    + " a.attcompression, a.attacl, pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum))"
                    + " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
                    + " WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'p') AND "
                    + OURS.formatted("c.oid"),
            "SELECT 'constraint ' || n.nspname || '.' || c.relname || '.' || k.conname, concat_ws(' ',"
                    + " pg_get_constraintdef(k.oid), k.convalidated, obj_description(k.oid, 'pg_constraint'))"
                    + " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " + OURS.formatted("c.oid"),
            "SELECT 'index ' || n.nspname || '.' || c.relname, concat_ws(' ', pg_get_indexdef(c.oid), i.indisvalid,"
                    + " obj_description(c.oid, 'pg_class')) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " + OURS.formatted("c.oid"),
            "SELECT 'trigger ' || n.nspname || '.' || c.relname || '.' || t.tgname, concat_ws(' ',"
                    + " pg_get_triggerdef(t.oid), t.tgenabled, obj_description(t.oid, 'pg_trigger'))"
                    + " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND "
                    + OURS.formatted("c.oid"),
            "SELECT 'function ' || p.oid::regprocedure, concat_ws(' ', p.proowner::regrole, p.proacl,"
                    + " obj_description(p.oid, 'pg_proc'), pg_get_functiondef(p.oid)) FROM pg_proc p"
                    + " JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind <> 'a' AND "
                    + OURS.formatted("p.oid"),
            "SELECT 'sequence ' || schemaname || '.' || sequencename, concat_ws(' ', data_type, start_value, min_value,"
                    + " max_value, increment_by, cycle, cache_size, last_value) FROM pg_sequences",
            "SELECT 'type ' || n.nspname || '.' || t.typname, concat_ws(' ', t.typtype, format_type(t.typbasetype,"
                    + " t.typtypmod)) FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
                    + " WHERE t.typtype NOT IN ('c', 'b') AND " + OURS.formatted("t.oid"),
            "SELECT 'text search ' || n.nspname || '.' || c.cfgname || ' ' || m.maptokentype || ' ' || m.mapseqno,"
                    + " m.mapdict::regdictionary::text FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace"
                    + " JOIN pg_ts_config_map m ON m.mapcfg = c.oid WHERE " + OURS.formatted("c.oid"),
            "SELECT 'policy ' || polname, pg_get_expr(polqual, polrelid) FROM pg_policy",
            "SELECT 'statistics ' || stxname, pg_get_statisticsobjdef(oid) FROM pg_statistic_ext");

    private static final String TABLES = "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
            + " WHERE schemaname !~ '^pg_' AND schemaname <> 'information_schema' AND tablename <> 'flyway_history'";

    public static void main(String[] args) throws SQLException {
        var things = new ArrayList<String>();
        try (Connection connection = DriverManager.getConnection(args[0]);
                Statement statement = connection.createStatement()) {
            for (String query : QUERIES) {
                things.addAll(read(statement, query));
            }
            for (String table : read(statement, "SELECT relation, '' FROM (" + TABLES + ") AS t (relation)")) {
                String name = table.strip();
                things.addAll(read(statement, "SELECT 'row " + name + "', to_jsonb(t)::text FROM " + name + " t"));
            }
        }
        things.stream().sorted().forEach(System.out::println);
    }

    private static List<String> read(Statement statement, String query) throws SQLException {
        var things = new ArrayList<String>();
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                String definition = rows.getString(2);
                String text = definition == null ? "" : definition.replace("\n", "\n    ");
                things.add(rows.getString(1) + "\n    " + text);
            }
        }
        return things;
    }
}
