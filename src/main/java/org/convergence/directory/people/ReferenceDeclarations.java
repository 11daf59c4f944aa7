package org.convergence.directory.people;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins the declaration of a module's references to people and organisations. */
@Component
public class ReferenceDeclarations {

    private final JdbcClient db;
    private final TextStandIns standIns;

    ReferenceDeclarations(JdbcClient db, TextStandIns standIns) {
        this.db = db;
        this.standIns = standIns;
    }

    /** The first table that references people or organisations. */
    public IdentityReferences table(String table) {
        return new IdentityReferences(db, standIns, table);
    }

    /** The first table, where it only names people in its texts. */
    public IdentityReferences textsOf(String table, Map<String, Integer> limits) {
        return table(table).texts(limits);
    }
}
