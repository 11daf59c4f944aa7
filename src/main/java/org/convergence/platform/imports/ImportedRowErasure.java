package org.convergence.platform.imports;

import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Erases a person from the copies of imported files, before these are deleted. */
@Component
public class ImportedRowErasure {

    /**
     * Whether cells name the person. All parts of a name are first required in the row, since comparing pairs of many
     * cells is costly.
     */
    private static final String NAMED = """
            (EXISTS (SELECT FROM jsonb_array_elements_text({cells}) AS cell WHERE lower(btrim(cell)) = ANY (:names))
             OR EXISTS (
                 SELECT FROM unnest(CAST(:folded AS text[])) AS name
                 WHERE NOT EXISTS (SELECT FROM unnest(string_to_array(name, ' ')) AS word
                                   WHERE strpos(platform.fold(CAST({cells} AS text)), word) = 0)
                   AND EXISTS (SELECT FROM jsonb_array_elements_text({cells}) AS one, jsonb_array_elements_text({cells}) AS other
                               WHERE platform.fold(one || ' ' || other) = name)))
            """;

    private final JdbcClient db;

    ImportedRowErasure(JdbcClient db) {
        this.db = db;
    }

    /**
     * Empties the rows that created some records, and those that name the person: in one cell, or in two with a part of
     * the name each. The first line of a file without titles counts as a row.
     *
     * @param made the records
     * @param names the person's names and contact details, each as a cell may hold it
     * @param standIn replaces the name of a file that names the person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Collection<UUID> made, Collection<String> names, String standIn) {
        String[] lower =
                names.stream().map(each -> each.toLowerCase(Locale.ROOT)).toArray(String[]::new);
        String[] folded = names.stream()
                .map(TextNormalizer::fold)
                .filter(each -> !each.contains("@") && each.contains(" "))
                .toArray(String[]::new);
        db.sql("""
                        UPDATE platform.imports_row r SET cells = '[]', name = '', remarks = '[]'
                        WHERE EXISTS (SELECT FROM platform.imports_made m
                                      WHERE m.file = r.file AND m.line = r.line AND m.made = ANY (:made))
                           OR lower(r.name) = ANY (:names) OR %s
                        """.formatted(NAMED.replace("{cells}", "r.cells")))
                .param("made", made.toArray(UUID[]::new))
                .param("names", lower)
                .param("folded", folded)
                .update();
        db.sql("""
                        UPDATE platform.imports_file f
                        SET name = platform.shortened(platform.instead(f.name, :called, :stand), :stand, 200),
                            head = CASE WHEN %1$s THEN (SELECT jsonb_agg(CAST('' AS text)) FROM jsonb_array_elements(f.head)) ELSE f.head END
                        WHERE %1$s OR f.name <> platform.instead(f.name, :called, :stand)
                        """.formatted(NAMED.replace("{cells}", "f.head")))
                .param("called", names.toArray(String[]::new))
                .param("stand", standIn)
                .param("names", lower)
                .param("folded", folded)
                .update();
    }
}
