package org.convergence.directory.people.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.domain.NameMatcher.NameCondition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The conditions of a list, added one by one. */
final class DirectoryConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    DirectoryConditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    DirectoryConditions and(String condition, String parameter, Object value) {
        return with(parameter, value).and(condition);
    }

    /** Sets a parameter of the select list. */
    DirectoryConditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    DirectoryConditions and(NameCondition condition) {
        parameters.putAll(condition.parameters());
        return and("(" + condition.sql() + ")");
    }

    DirectoryConditions andNot(NameCondition condition) {
        parameters.putAll(condition.parameters());
        return and("NOT (" + condition.sql() + ")");
    }

    DirectoryConditions copy() {
        DirectoryConditions copy = new DirectoryConditions();
        copy.conditions.addAll(conditions);
        copy.parameters.putAll(parameters);
        return copy;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The clause, empty without conditions. */
    String sql() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** The number of matching rows: exact up to {@link CountedSlice#COUNTED}, one more where there are more. */
    long count(JdbcClient db, String table) {
        return db.sql("SELECT count(*) FROM (SELECT FROM " + table + sql() + " LIMIT " + (CountedSlice.COUNTED + 1)
                        + ") AS few")
                .params(parameters)
                .query(Long.class)
                .single();
    }
}
