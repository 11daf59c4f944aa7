package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Organisations by folded name, read once for a whole file: a full name wins over a short one, that over another name.
 */
final class OrganisationNameIndex {

    private final Map<String, List<OrganisationId>> inFull = new HashMap<>();
    private final Map<String, List<OrganisationId>> inShort = new HashMap<>();
    private final Map<String, List<OrganisationId>> otherwise = new HashMap<>();

    private OrganisationNameIndex() {}

    static OrganisationNameIndex read(JdbcClient db) {
        return read(db.sql("SELECT id, name, short_name, other_names FROM directory.people_organisation ORDER BY id"));
    }

    /** The index of only those organisations that have one of these names. */
    static OrganisationNameIndex readNamed(JdbcClient db, Collection<String> names) {
        return read(db.sql("""
                        SELECT id, name, short_name, other_names FROM directory.people_organisation
                        WHERE directory.people_called(name, short_name, other_names) && CAST(:names AS text[]) ORDER BY id
                        """)
                .param("names", names.stream().map(TextNormalizer::fold).toArray(String[]::new)));
    }

    private static OrganisationNameIndex read(JdbcClient.StatementSpec organisations) {
        var index = new OrganisationNameIndex();
        organisations
                .query((row, n) -> {
                    var id = new OrganisationId(row.getObject("id", UUID.class));
                    add(index.inFull, row.getString("name"), id);
                    String shortName = row.getString("short_name");
                    if (shortName != null) {
                        add(index.inShort, shortName, id);
                    }
                    for (String other : (String[]) row.getArray("other_names").getArray()) {
                        add(index.otherwise, other, id);
                    }
                    return id;
                })
                .list();
        return index;
    }

    private static void add(Map<String, List<OrganisationId>> names, String name, OrganisationId id) {
        names.computeIfAbsent(TextNormalizer.fold(name), key -> new ArrayList<>(1))
                .add(id);
    }

    /** The organisations with this name, ignoring accents and capitals; several if the name is ambiguous. */
    List<OrganisationId> findByName(String name) {
        String folded = TextNormalizer.fold(name);
        for (Map<String, List<OrganisationId>> names : List.of(inFull, inShort, otherwise)) {
            List<OrganisationId> found = names.get(folded);
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }
}
