package org.convergence.directory.people;

import java.util.List;
import java.util.Set;
import org.convergence.platform.database.Json;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Covers one column as {@link ReferencingColumn} does; subclasses override what differs. */
public abstract class SingleColumnReference implements IdentityReference {

    protected final ReferencingColumn column;
    protected final JdbcClient db;

    protected SingleColumnReference(ReferencingColumn column) {
        this.column = column;
        this.db = column.db();
    }

    @Override
    public Set<String> columns() {
        return column.columns();
    }

    @Override
    public Json repoint(Party duplicate, Party kept) {
        return column.repoint(duplicate, kept);
    }

    @Override
    public void restore(Party duplicate, Json before) {
        column.restore(duplicate, before);
    }

    @Override
    public void erase(PersonId person) {
        column.erase(person);
    }

    @Override
    public List<Json> export(PersonId person) {
        return column.export(person);
    }
}
