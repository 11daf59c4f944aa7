package org.convergence.directory.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The references that a module declares table by table: columns that reference a person or an organisation, and texts
 * in which people may be named.
 *
 * <pre>{@code
 * declare.table("schema.contact")
 *         .person("person", ErasureRule.DELETE)
 *         .onlyOne()
 *         .organisation("outlet")
 *         .about("r.person = :person")
 *         .texts(Map.of("themes", 300, "note", 1_000))
 *         .table("schema.recipient")
 *         .person("person", ErasureRule.CLEAR)
 *         .onePer("release");
 * }</pre>
 *
 * <p>A merge moves every row to the kept record. Where a record may have one row only, the duplicate's is deleted, and
 * comes back when the merge is undone; {@link #key}, {@link #onePer} and {@link #onlyOne} say where.
 */
public final class IdentityReferences implements ReferenceSource {

    private final JdbcClient db;
    private final TextStandIns standIns;
    private final List<IdentityReference> declared = new ArrayList<>();
    private String table;
    private List<String> key = List.of("id");
    private String about = "false";
    private final Map<String, Integer> limits = new TreeMap<>();

    IdentityReferences(JdbcClient db, TextStandIns standIns, String table) {
        this.db = db;
        this.standIns = standIns;
        this.table = table;
    }

    /**
     * The next table: what follows is about it.
     *
     * @param name with its schema
     */
    public IdentityReferences table(String name) {
        endTable();
        table = name;
        key = List.of("id");
        about = "false";
        return this;
    }

    private void endTable() {
        if (!limits.isEmpty()) {
            declared.add(new ColumnMentions(standIns, table, about, limits));
            limits.clear();
        }
    }

    /** The table's key, where it is not {@code id}. */
    public IdentityReferences key(String... columns) {
        key = List.of(columns);
        return this;
    }

    /**
     * A column that references a person, who reads its rows in the access file.
     *
     * @param erasure what happens to the rows when the person is erased
     */
    public IdentityReferences person(String column, ErasureRule erasure) {
        declared.add(ReferencingColumn.toPerson(db, table, column, restOfKey(column), erasure));
        return this;
    }

    /** A column that references an organisation. */
    public IdentityReferences organisation(String column) {
        declared.add(ReferencingColumn.toOrganisation(db, table, column, restOfKey(column)));
        return this;
    }

    private List<String> restOfKey(String column) {
        return key.stream().filter(each -> !each.equals(column)).toList();
    }

    /** By the column just declared, a record has one row at most for equal values of these columns. */
    public IdentityReferences onePer(String... columns) {
        int last = declared.size() - 1;
        declared.set(last, ((ReferencingColumn) declared.get(last)).withDuplicateKey(List.of(columns)));
        return this;
    }

    /** By the column just declared, a record has one row at most. */
    public IdentityReferences onlyOne() {
        return onePer();
    }

    /**
     * Text columns in which people may be named. Erasure and sealing replace full names and addresses, also in the
     * table's history.
     *
     * @param columns with the most characters that each may hold
     */
    public IdentityReferences texts(Map<String, Integer> columns) {
        limits.putAll(columns);
        return this;
    }

    /**
     * The rows about the person: in their texts, a first name or a family name alone is replaced too.
     *
     * @param condition in SQL, on the row {@code r} and {@code :person}
     */
    public IdentityReferences about(String condition) {
        about = condition;
        return this;
    }

    /** A table that only has {@link #texts}. */
    public IdentityReferences textsOf(String name, Map<String, Integer> columns) {
        return table(name).texts(columns);
    }

    /** In the order of their declaration; of each table, the texts last. */
    List<IdentityReference> references() {
        endTable();
        return List.copyOf(declared);
    }

    /**
     * Text columns of one table in which people may be named. Names are also replaced in the table's history.
     *
     * @param table with its schema; its key is {@code id}
     * @param about SQL condition on the row {@code r} and {@code :person}: a single part of the name is replaced too where
     *     the row is about the person
     * @param limits the columns, each with the most characters that it may hold
     */
    public record ColumnMentions(TextStandIns standIns, String table, String about, Map<String, Integer> limits)
            implements FreeTextMentions {

        public ColumnMentions {
            limits = new TreeMap<>(limits);
        }

        @Override
        public Map<String, Set<String>> texts() {
            return Map.of(table, Set.copyOf(limits.keySet()));
        }

        @Override
        public void rename(PersonId person, String standIn) {
            List<String> names = List.copyOf(limits.keySet());
            String less = "WITH less AS (SELECT r.id, %s FROM %s r)".formatted(join(names, this::replaced), table);
            String named = "less.id = r.id AND (%s) IS DISTINCT FROM (%s)"
                    .formatted(join(names, name -> "r." + name), join(names, name -> "less." + name));
            standIns.replaceEach(
                    less + " SELECT r.id::text FROM " + table + " r, less WHERE " + named,
                    less + " UPDATE " + table + " r SET " + join(names, name -> name + " = less." + name)
                            + " FROM less WHERE " + named
                            + " AND (:row = '' OR r.id::text = :row) RETURNING r.id::text",
                    table,
                    names,
                    person,
                    standIn);
        }

        private String replaced(String column) {
            return """
                    platform.shortened(directory.people_instead(r.%1$s, :person, coalesce(%2$s, false), :stand), :stand, %3$d) AS %1$s
                    """.formatted(column, about, limits.get(column)).strip();
        }

        private static String join(Collection<String> names, UnaryOperator<String> each) {
            return names.stream().map(each).collect(Collectors.joining(", "));
        }
    }
}
