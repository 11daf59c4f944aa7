package org.convergence.platform.imports;

import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Forgets somebody in the copies of files that were brought in, before these go by themselves. */
@Component
public class RowForgetting {

    private final JdbcClient db;

    RowForgetting(JdbcClient db) {
        this.db = db;
    }

    /**
     * Empties the rows that made some records, and those that name somebody.
     *
     * @param made the records
     * @param names how somebody is called and reached, each as a cell may hold it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<UUID> made, Collection<String> names) {
        db.sql("""
                        UPDATE platform.imports_row r SET cells = '[]', name = '', remarks = '[]'
                        WHERE EXISTS (SELECT FROM platform.imports_made m
                                      WHERE m.file = r.file AND m.line = r.line AND m.made = ANY (:made))
                           OR EXISTS (SELECT FROM jsonb_array_elements_text(r.cells) AS cell
                                      WHERE lower(btrim(cell)) = ANY (:names))
                           OR lower(r.name) = ANY (:names)
                        """)
                .param("made", made.toArray(UUID[]::new))
                .param(
                        "names",
                        names.stream()
                                .map(each -> each.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .update();
    }
}
